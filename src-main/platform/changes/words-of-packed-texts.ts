/**
 * What long payloads and documents have in common, so that it is not kept a million times: the skeleton of an order as it
 * stands in the log. Editions are never altered once a release has written with them; a better one is added at the end.
 */
export const wordsOfPackedTexts = [
  [
    '"confirmedAt":"202","counter":,"series":"sales_order","station":"A","text":"2,"year":20},"orderedOn":"20,',
    '"plannedPayment":"on_invoice","promised":{"at":null,"on":"20,"source":"counter","status":"closed","takenAt":"20,"takenBy":"0',
    '"customer":[null,{"code":"K","country":"NL","discount":500,"language":"nl","name":"","partyId":"0',
    '","paymentTermDays":14,"vatNumber":""}],"lines.0.artwork":[null,{"hash":"","mediaType":"image/png","name":".pdf",',
    '"previewHash":"","shortCode":"","size":1,"version":1}],"lines.0.item":[null,{"assortment":"own",',
    '"configuration":{"finish":"none","pages":,"paper":"170","sides":"4-4","size":"a4"},"details":"","isPersonalised":true,',
    '"kind":"print_product","name":"","override":null,"paperDetails":"","paperName":"","productId":"0',
    '","quantity":{"each":1000000,"sets":1},"sku":"","steps":[{"amount":,"code":"tier","kind":"step","names":{"nl":""},',
    '"params":{"quantity":1000}},{"amount":,"code":"listPrice","kind":"subtotal"},{"amount":-,"code":"customerDiscount",',
    '"kind":"step","names":{},"params":{"percent":5}},{"amount":,"code":"netPrice","kind":"subtotal"}],"supplierMark":"",',
    '"title":"","unit":"C62","unitPrice":{"amount":0000,"base":1000},"vat":{"category":"standard","rate":2100},',
    '"vatLevel":"standard"}],"lines.01.position":[null,"a"]',
  ].join(''),
] as const
