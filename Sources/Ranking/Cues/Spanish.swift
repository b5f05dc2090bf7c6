extension CueList {
  static let spanish = CueList(
    language: "spanish",
    question: """
      alguien _2 sabe|conoce|puede|podría|tiene|usa|ha|que|más|tenga|sepa|pueda
      sabéis|saben|sabes|conocen|conocéis|conoces si|cómo|como|qué|que|de|alguna|algún|dónde
      cómo|como|por|dónde|donde|cuándo|cuál|cual puedo|debo|hago|se|podría|qué|puede|es|son|hacer|consigo ?
      cómo puedo|debo|hago|podría|se
      qué|que|cuál|cual|cuáles _3 debo|puedo|hago|recomiendan|recomendáis|usáis|usan|opinan|opináis|pensáis|piensan|harían|haríais
      pueden|puedes|podéis|podrían|podríais|podría|puede _2 ayudarme|ayudar|decirme|explicar|explicarme|aconsejar
      me|nos pueden|puedes|podéis|podrían|podrías _1 ayudar|decir|explicar
      me pregunto|preguntaba
      tengo|tenemos|una|mi|tenía duda|dudas|pregunta
      no sé|se|entiendo|tengo _2 si|cómo|qué|cuál|por|idea
      alguna|algún|algunas|cualquier _1 idea|ideas|consejo|sugerencia|sugerencias|ayuda|opinión|solución ?
      necesito|pido|busco|agradecería _1 ayuda|consejo|consejos|opiniones
      gracias de|por antemano|adelantado
      ^ ayuda|duda|dudas|pregunta|consulta
      es|será|sería posible|normal|mejor|malo|bueno|seguro ?
      vale la pena ?
      """,
    rhetorical: """
      ^ sabías|sabías|sabían|sabíais|sabes que ?
      ^ lo sabías|sabían|sabíais ?
      ^ te|os|le|les gustaría|imaginas|apetece|interesa|has|ha|atreves ?
      ^ quieres|quieren|queréis|buscas|buscan|buscáis|necesitas|listo|lista|listos|cansado|harto ?
      ^ alguna vez|ves ?
      ^ por qué no ?
      verdad|no|cierto|eh|vale $
      ^ y ahora|entonces ?
      """,
    speaker: """
      yo|mi|mis|me|mío|mía|conmigo|tengo|he|estoy|quiero|necesito|busco
      alguien|vosotros|ustedes
      nosotros|nuestro|nuestra|nos
      """,
    announcement: """
      ^ hemos _3 creado|lanzado|construido|desarrollado|abierto
      estamos|nos contentos|orgullosos|encantados|complace
      en este|esta artículo|vídeo|video|tutorial|episodio|guía
      leer|sigue más|leyendo
      ^ descubre|descubra|presentamos
      """,
    recommendation: """
      busco|buscamos|buscando|estoy _1 un|una|algo|algún|alguna|buscando|alternativa|recomendaciones|alternativas
      en busca de
      recomendáis|recomiendan|recomiendas|recomendarían|recomendaríais|recomendaríais|aconsejáis|aconsejan ?
      me|nos recomendáis|recomiendan|recomiendas|recomendarían|recomendaríais|aconsejáis|aconsejan
      pueden|podéis|podrían|puedes|puede|alguien _2 recomendar|recomendarme|recomiende|recomienda
      recomendación|recomendaciones|sugerencia|sugerencias|alternativa|alternativas ?
      recomendaciones|sugerencias de|para|sobre
      alternativa|alternativas a|al|para
      qué|que|cuál|cual|cuáles _4 comprar|elegir|compro|elijo|usáis|usan|recomendáis|recomiendan|mejor|comprarías|compraríais ?
      cuál|cual|cuáles es|son el|la|los|las mejor|mejores
      dónde|donde puedo|comprar|encuentro|compro|encontrar|conseguir|consigo
      vale|merece|valen|merecen la pena ?
      debería|debo _3 comprar|elegir|cambiar|comprarme
      dudo|duda|dudando|dudas|indeciso|indecisa entre
      opiniones sobre|de|del
      experiencia|experiencias con _5 ?
      vs|versus ?
      reemplazo|sustituto para|de|del
      alguien|alguno _3 recomienda|recomendar|recomendaría|recomendarme
      alguna|algún|algunas|algunos _1 asesoría|tienda|marca|modelo|taller|tostador|sitio|lugar|opción|buena|buen|barata|barato|alternativa _8 ?
      conocéis|conocen|conoces|sabéis _2 algún|alguna|buen|buena|sitio|tienda
      o mejor _4 ?
      not buscamos|estamos _5 candidato|candidatos|camarero|barista|desarrollador|programador|personal
      not recomiendo|recomendamos|recomendaría
      """,
    problem: """
      no _2 funciona|enciende|arranca|carga|calienta|abre|cierra|responde|conecta|imprime|va|inicia|sube|funcionan|prende
      dejó|ha|deja|dejado de|dejado _1 funcionar|calentar|responder|cargar|andar
      roto|rota|averiado|averiada|estropeado|estropeada|atascado|atascada|atorado|defectuoso|quemado|dañado|dañada
      gotea|chirría|atasca|bloquea|cuelga|sobrecalienta
      una|la|tiene fuga|fugas
      fuga de agua|gas|aceite
      pierde agua|aceite|presión
      problema|problemas|inconveniente con|al|para|en|de
      tengo|tenemos|tuve|tiene|un|este|el|siguiente _1 problema|problemas|inconveniente
      cómo|como puedo|podría|se|hago|debo _3 arreglar|arreglo|arregla|reparar|reparo|repara|solucionar|soluciono|quitar|resolver
      cómo|como arreglar|reparar|solucionar|arreglo|reparo
      mensaje|código|codigo de error
      no puedo|consigo|logro|podemos|logramos
      me|nos da|sale|aparece _2 error
      qué|que estoy|hago haciendo|mal mal
      no me|se|nos deja|abre|enciende|carga|funciona|conecta|reconoce|arranca|calienta
      no sé|se qué|que|más hacer
      error al|en|de|cuando
      sigue|siguen|sigo sin|esperando funcionar|respuesta|llegar|cargar
      se cuelga|bloquea|apaga|atasca|rompió|cae|reinicia|para|traba|congela
      pieza|piezas|talla|modelo equivocada|equivocado|equivocadas
      estoy desesperado|desesperada|perdido|perdida|harto|harta
      not sin|ningún|ninguna|no _2 problema|problemas|fugas
      not problema|problemas _1 solucionado|resuelto
      """,
    trouble: """
      desgraciadamente|lamentablemente|desafortunadamente|fastidio|molesto|molesta
      error|errores|problema|problemas|fallo|fallos|avería
      ruido|ruidos|olor|óxido|moho|grieta|quemado|amargo|ácido
      sin agua|presión|corriente|luz|sonido|imagen|respuesta|garantía
      otra vez
      ayuda
      """,
    solved: """
      [solucionado|resuelto]
      ^ solucionado|resuelto
      problema|duda|pregunta _2 solucionado|resuelto|resuelta|solucionada|respondida
      ya _1 funciona|solucionado|resuelto|arreglado
      lo|ya solucioné|resolví|arreglé
      not no|nunca|si|sin|hasta _3 solucionado|resuelto|funciona|arreglado
      """,
    advert: """
      buscamos|estamos _5 candidato|candidatos|camarero|barista|desarrollador|programador|personal
      oferta|ofertas de empleo|trabajo
      envía|envíe|enviar|manda _1 cv|currículum|curriculum
      estamos contratando
      se busca|buscan|necesita _1 camarero|camarera|barista|personal|desarrollador|ayudante
      se vende|venden
      en|a venta
      ^ vendo
      [vendo|venta|patrocinado|publicidad]
      sorteo|sorteamos|sorteos
      participa|participe|gana|gane en|un|una sorteo|premio|viaje
      código|cupón de descuento|promocional
      código|cupón promocional|descuento
      compra|compre|pide|reserva|regístrate|suscríbete ahora|ya|hoy|aquí
      oferta limitada|especial
      por tiempo limitado
      nota|comunicado de prensa
      envío gratis|gratuito
      precio negociable|fijo|final
      envía|enviar|mándanos|manda _2 cv|currículum|curriculum
      se alquila|traspasa
      descuento del|de|en|exclusivo|con
      recogida|entrega en mano|tienda|madrid|barcelona|persona
      síguenos|suscríbete en|a|al
      entradas|inscripciones _2 venta|abiertas|disponibles|aquí
      not sorteo ?
      """,
    bot: """
      soy un bot
      esta acción se|fue realizó|realizada automáticamente
      mensaje|generado automático|automáticamente
      hilo diario|semanal|mensual
      """
  )
}
