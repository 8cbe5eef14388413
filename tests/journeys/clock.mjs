// Loaded into a product before anything else, this lets its clock begin at `CLOCK_BEGINS` (milliseconds) and go on from
// there. Rounds are open for days, and no journey can wait for their end.

const RealDate = Date
const ahead = Number(process.env.CLOCK_BEGINS) - RealDate.now()

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead)
    else super(...given)
  }

  static now() {
    return RealDate.now() + ahead
  }
}
