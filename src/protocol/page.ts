/** Host to page: one message, the whole state. */
export interface StateMessage<State> {
  readonly type: 'state';
  readonly state: State;
}
