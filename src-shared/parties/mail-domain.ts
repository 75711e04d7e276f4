/** Domains where anybody may have a mailbox: sharing one says nothing. */
const publicDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com
  proton.me protonmail.com gmx.net gmx.com mail.com aol.com zoho.com tutanota.com
  hotmail.nl live.nl outlook.nl ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl upcmail.nl home.nl
  casema.nl chello.nl tele2.nl telfort.nl solcon.nl online.nl
  telenet.be skynet.be proximus.be scarlet.be hotmail.be live.be outlook.be
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net hotmail.fr live.fr outlook.fr yahoo.fr bbox.fr neuf.fr numericable.fr
  gmx.de web.de t-online.de freenet.de arcor.de outlook.de hotmail.de live.de yahoo.de posteo.de mailbox.org 1und1.de
  wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu poczta.onet.pl poczta.fm gazeta.pl vp.pl tlen.pl`.split(
    /\s+/,
  ),
)

/** The domain of a firm's own e-mail address; null for one of a public mail service. */
export function ownMailDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return email.includes('@') && domain !== '' && !publicDomains.has(domain) ? domain : null
}
