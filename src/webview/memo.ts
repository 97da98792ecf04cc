import { Component, createElement, type ComponentClass, type FunctionComponent } from 'preact';

/** The component, drawn again only when one of its props is another value. */
export function memo<Props extends object>(drawn: FunctionComponent<Props>): ComponentClass<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return differs(this.props, next) || differs(next, this.props);
    }

    override render() {
      return createElement(drawn, this.props);
    }
  };
}

function differs(one: object, other: object): boolean {
  const values = new Map(Object.entries(other));
  return Object.entries(one).some(([name, value]) => values.get(name) !== value);
}
