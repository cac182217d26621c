/** Something wrong in files, each said with its file and line; `cause` is what the server answered, where it was the server who found it. */
export class FilesError extends Error {
  readonly faults: string[]

  constructor(faults: string[], options?: ErrorOptions) {
    super(faults[0], options)
    this.faults = faults
  }
}
