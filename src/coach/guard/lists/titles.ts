/** Words of rank and of what somebody is; only to name what kind of invention was found, and to find titles. */
export const TITLES: ReadonlySet<string> = new Set(
  "senior junior head lead chief principal master executive vice deputy director manager supervisor president founder cofounder owner partner foreman officer ceo cto cfo coo vp specialist expert consultant coordinator strategist architect engineer developer analyst administrator professor scientist superintendent captain boss leader commander trainer".split(
    " ",
  ),
);

/** What stands before a title and makes it less, or another. */
export const LESSER: ReadonlySet<string> = new Set(
  "assistant deputy junior trainee apprentice intern student acting interim associate vice helper cadet commis aspiring former aide volunteer assisting co graduate relief substitute temporary".split(
    " ",
  ),
);

export const RANKS: ReadonlySet<string> = new Set(
  "senior head lead chief principal master executive vice director general first second leading certified licensed registered chartered qualified regional national global group deputy managing staff distinguished".split(
    " ",
  ),
);

export const CREDENTIALS: ReadonlySet<string> = new Set(
  "certified certificate certification licensed license licence accredited chartered registered qualified qualification diploma degree bachelor master doctorate phd mba msc bsc honors honours award awarded winning winner prize medal scholarship fellow distinction graduate graduated credential credentials accreditation cum laude valedictorian michelin shrm pmp cpa cfa acca cissp ccna rn bls acls osha nebosh hnd gcse".split(
    " ",
  ),
);
