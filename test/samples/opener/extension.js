const { commands } = require('vscode');

exports.activate = () => commands.executeCommand('fluxAssets.openPanel');
