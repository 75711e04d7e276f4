/**
 * Passwords that every guesser tries first (reliability, bad input 21), in the languages of the first users. Only those of
 * eight characters and more: shorter ones are refused anyway.
 */
const whole = `
12345678 123456789 1234567890 12345678910 0123456789 9876543210 987654321 87654321 0987654321 11223344 1122334455
12341234 123123123 123321123 12344321 1234554321 10203040 102030405060 147258369 159357258 741852963 789456123 123654789
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1zaq1 zaq1xsw2 qazwsxedc qwer1234 qwerty12
qwertyui qwertyuiop qwerty1234 qwerty123456 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 qweasdzxc qwe123qwe
q1w2e3r4 q1w2e3r4t5 azertyui azertyuiop azerty123 azerty12 qsdfghjk qsdfghjklm wxcvbnqs qwertzui qwertzuiop qwertz123 yxcvbnma
a1b2c3d4 a1b2c3d4e5 abcd1234 abc12345 abcd12345 abc123456 abcdefgh abcdefghi abcdefghij aa123456 aa12345678 a12345678 a123456789
1234qwer 123qweasd 123qwe123 12345qwert 123456qwerty 123456789a 12345678a 123456abc p@ssw0rd p@ssword pa55word passw0rd
pa$$word pa$$w0rd passwd123 pass1234 pass12345 pass@123 pass@word1 letmein1 letmein123 iloveyou iloveyou1 iloveyou2
trustno1 football1 baseball1 jordan23 ncc1701d thx1138x changeme changeme123 changeit default1 default123 testtest test1234
testing123 guestguest temp1234 temporary login123 logmein1 access14 access123 rootroot toor1234 adminadmin admin123 admin1234
admin12345 administrator administrateur beheerder superuser superman batman123 pokemon123 starwars starwars1 whatever blink182
iwantyou iamtheone nothing1 computer computer1 internet internet1 samsung1 apple123 google123 facebook linkedin dropbox1
welkom01 welkom02 welkom12 welkom123 welkom1234 wachtwoord wachtwoord1 geheim123 geheim01 hallo123 hallohallo hallo1234
ajax1234 feyenoord feyenoord1 amsterdam rotterdam nederland voetbal1 zonnetje koekje123 lieverd1 schatje1 snoepje1
motdepasse motdepasse1 bonjour1 bonjour123 jetaime1 jetaime123 soleil123 doudou123 loulou123 chouchou marseille parispsg
marseille13 camille1 nicolas1 secret123 toulouse1 bordeaux1 chocolat chocolat1 princesse princesse1
passwort passwort1 passwort123 hallo12345 schatz123 geheimnis sonnenschein schalke04 fussball fussball1 dortmund borussia
bayern123 frankfurt berlin123 deutschland ichliebedich sommer123 liebling1 killer123 blaubeere
haslo123 haslo1234 polska123 polska12 kochanie kochanie1 misiek123 mateusz1 zaqwsx12 qwerty1q polska1234 lokomotywa samsung12
kasia123 agnieszka katarzyna monika123 bartek123 marcin123 dupa1234 kacper123 legia1916 wislakrakow
drukkerij imprimerie druckerei drukarnia printshop printing counterproof
`
/** Words that are no better with a year or a mark behind them. */
const words = `
password passwort wachtwoord motdepasse haslo welcome welkom bienvenue willkommen witaj hello hallo bonjour czesc secret geheim
admin beheer master dragon monkey shadow sunshine princess football baseball superman batman michael jennifer jordan hunter
letmein login access system server office kantoor bureau winter spring summer autumn zomer herfst lente sommer herbst
fruehling printemps automne hiver ete lato zima wiosna jesien january monday maandag montag lundi poniedzialek test testing
qwerty azerty qwertz asdfgh abcdef print printer drukwerk drukkerij imprimerie druckerei drukarnia company bedrijf
`

const commonPasswords: ReadonlySet<string> = new Set(whole.trim().split(/\s+/))
const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))

/** Whether a guesser would come to it at once; capitals, one repeated sign, and a year or mark at the end do not help. */
export function isCommonPassword(password: string): boolean {
  const small = password.toLowerCase()
  return (
    commonPasswords.has(small) || commonWords.has(small.replace(/[\d!?.,@#$*_-]{0,5}$/, '')) || /^(.)\1*$/u.test(small)
  )
}
