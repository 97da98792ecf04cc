import * as vscode from 'vscode';

import { proxyVariables, type ProxySettings } from '../../core/api/proxy';

/** How this editor's extensions reach the network: its `http.*` settings and the extension host's environment. */
export interface NetworkSettings extends ProxySettings {
  /** `http.proxyAuthorization`: the header for a proxy whose address holds no credentials; empty where unset. A secret. */
  readonly proxyAuthorization: string;
  /**
   * `http.proxyStrictSSL`: false means that no certificate is verified, neither an https proxy's nor the service's, and
   * also where no proxy is used: so does the editor's own request service.
   */
  readonly proxyStrictSSL: boolean;
  /** `http.systemCertificates`: whether the system's certificates are trusted beside Node's own. */
  readonly systemCertificates: boolean;
}

/** The settings as they are now. A value of the wrong kind counts as unset. */
export function readNetworkSettings(): NetworkSettings {
  const configuration = vscode.workspace.getConfiguration('http');
  const text = (id: string): string => {
    const value = configuration.get<unknown>(id);
    return typeof value === 'string' ? value.trim() : '';
  };
  const noProxy = configuration.get<unknown>('noProxy');
  return {
    proxy: text('proxy'),
    noProxy: Array.isArray(noProxy) ? noProxy.filter((entry) => typeof entry === 'string') : [],
    proxySupport: text('proxySupport'),
    proxyAuthorization: text('proxyAuthorization'),
    proxyStrictSSL: configuration.get<unknown>('proxyStrictSSL') !== false,
    systemCertificates: configuration.get<unknown>('systemCertificates') !== false,
    environment: Object.fromEntries(proxyVariables.map((name) => [name, process.env[name]])),
  };
}
