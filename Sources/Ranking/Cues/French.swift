extension CueList {
  static let french = CueList(
    language: "french",
    question: """
      quelqu un|une|uns _2 sait|connait|peut|pourrait|a|utilise|aurait|saurait|de|possède
      est ce que|qu
      qu est ce|que
      comment|pourquoi|où|quand|combien|que|quoi puis|dois|faire|peut|faut|est|pourrais|savoir|fait|doit je|on|il|vous|t|ce|pour
      comment|pourquoi|où je|vous|on|tu ?
      quel|quelle|quels|quelles est|sont|serait|choisir|prendre|acheter|me|vous ?
      pouvez|pourriez|pourrait|peux|peut vous|on|tu m|me _1 aider|dire|expliquer|conseiller
      je me demande|demandais
      je ne sais|comprends|vois pas|plus comment|pourquoi|si|quoi|quel|quelle|où
      je sais|comprends|vois pas comment|pourquoi|si|quoi|quel|quelle|où
      besoin d|de aide|conseils|conseil|vos|votre|avis
      un|une|des|vos|votre|avez|auriez _2 idée|idées|conseil|conseils|avis|suggestion|suggestions|astuce|solution ?
      des idées|conseils|avis|suggestions ?
      merci d|de|pour avance|votre|vos aide|réponses|conseils
      ^ question|help|aide
      que|qu en|me pensez|conseillez|feriez vous
      est il|elle|ce|on possible|normal|mieux|utile|nécessaire
      ^ avez|as|auriez|connaissez|est|sont|faut|dois|puis|peut vous|tu|ce|il|je|on|elle ?
      """,
    rhetorical: """
      ^ saviez|savez|connaissez|avez vous _2 que|déjà|jamais|qu ?
      ^ saviez vous ?
      ^ le saviez vous
      ^ envie|prêt|prêts|prête|intéressé|intéressée|curieux|besoin ?
      ^ vous|tu cherchez|voulez|rêvez|souhaitez|aimez|cherches|veux|aimes ?
      ^ pourquoi pas ?
      non|hein|n est ce pas|pas vrai $
      ^ et alors|si ?
      """,
    speaker: """
      je|j|mon|ma|mes|moi|m
      quelqu un
      nous|notre|nos
      vous|tu
      """,
    announcement: """
      ^ nous avons _5 créé|lancé|construit|développé|ouvert
      nous sommes|avons heureux|ravis|fiers|le
      dans cet|cette|ce article|vidéo|tutoriel|épisode|guide
      lire la|en suite|savoir
      en savoir plus
      ^ découvrez
      """,
    recommendation: """
      je|nous|on cherche|recherche|cherchons|recherchons|cherchais
      à|a la recherche d|de|du
      recherche|cherche un|une|des|bon|bonne|alternative
      recommander|recommandez|recommanderiez|conseiller|conseillez|conseilleriez|conseilles ?
      me|nous recommander|recommandez|conseiller|conseillez|conseilleriez|recommanderiez
      recommandation|recommandations|suggestion|suggestions|alternative|alternatives ?
      alternative|alternatives à|a|au|aux|pour
      conseil|conseils pour|d|achat|sur achat|acheter|choisir|choix|un|une|le|la
      conseil|conseils achat
      quel|quelle|quels|quelles _4 choisir|acheter|prendre|conseillez|recommandez|utilisez|me|meilleur|meilleure ?
      quel|quelle|quels|quelles est|sont le|la|les meilleur|meilleure|meilleurs|meilleures
      où|ou acheter|trouver|puis|peut|commander
      vaut|valent il|elle|ils|le|la|t|vraiment _3 coup|peine|mieux
      vaut la|le peine|coup ?
      j|je hésite|hesite
      hésite entre
      dois|devrais je _4 acheter|choisir|prendre|changer|remplacer
      avis sur|à
      retour|retours|expérience sur|d|avec expérience|un|le|la|ce|cette
      vs|versus ?
      remplacer par ?
      connaissez|connaît|connait vous|quelqu|un|une|on _3 bon|bonne|bons|bonnes|adresse
      bon|bonne|bons|bonnes adresse|adresses|plan _6 ?
      une|un|des adresse|marque|modèle|artisan|réparateur _6 ?
      ou plutôt|bien _5 ?
      not nous recherchons|cherchons _5 candidat|candidate|développeur|barista|stagiaire|profil|collaborateur
      not je|nous vous _1 recommande|conseille|recommandons|conseillons
      """,
    problem: """
      ne|n _2 marche|fonctionne|démarre|démarrent|charge|chauffe|allume|ouvre|ferme|répond|s|s'allume|connecte|marchent|fonctionnent _1 pas|plus
      marche|fonctionne|démarre|chauffe|allume|répond|charge pas|plus
      en|tombé|tombée panne
      cassé|cassée|bouché|bouchée|bloqué|bloquée|défectueux|défectueuse|fissuré|grippé|coincé
      fuit|goutte|grince|coince|plante|surchauffe
      une|des|la fuite|fuites
      fuite d|de eau|gaz|huile
      problème|problèmes|souci|soucis|difficulté|difficultés|galère avec|de|pour|à|sur|lors|au|d
      ai|avons|rencontre|avais|j|un|petit|gros|des _2 problème|problèmes|souci|soucis
      comment _3 réparer|résoudre|enlever|dépanner|corriger|régler|débloquer
      message|code d|de erreur
      n arrive|arrivons pas|plus à|a
      arrive pas|plus à|a
      ne parviens|réussis pas|plus
      que|qu est fais|ce je|qui ne|mal|cloche
      sais|sait plus quoi|comment faire
      marche|fonctionne|démarre|chauffe|charge plus|mal|pas
      cassée|cassé|hs|foutu|foutue|déréglé|déréglée
      bug|bugs|bugue|plantage|plante|plantent
      depuis _4 impossible|marche|fonctionne|fuit|plante
      impossible d|de|à allumer|ouvrir|démarrer|connecter|installer|trouver|me|se|le|la|faire
      mauvais|mauvaise|mauvaises pièce|pièces|joint|joints|taille|commande|modèle
      attends|attendons toujours|depuis|encore
      d où vient|peut
      not pas|aucun|sans|plus _1 problème|problèmes|souci|soucis|fuite
      not problème|souci _1 résolu|réglé
      """,
    trouble: """
      malheureusement|hélas|dommage|énervé|énervant|marre|déçu|déçue|désespéré
      erreur|problème|problèmes|souci|soucis|panne
      bruit|bruits|odeur|rouille|moisi|moisissure|fissure|brûlé|amer|acide
      plus|pas de|d eau|pression|courant|son|image|connexion|réponse
      aide|aidez
      encore une
      """,
    solved: """
      [résolu|réglé]
      ^ résolu
      problème|souci|question _2 résolu|réglé|résolue
      c est _1 résolu|réglé|bon
      ça|cela marche|fonctionne maintenant|enfin|à
      not pas|jamais|si|toujours _3 résolu|réglé|marche|fonctionne
      """,
    advert: """
      nous recherchons|cherchons|recrutons _5 candidat|candidate|développeur|barista|stagiaire|profil|collaborateur
      nous recrutons
      offre d emploi
      recrute un|une|des
      postulez|candidatez
      à|a vendre
      ^ vends|vend
      [vds|vends|sponsorisé|pub]
      jeu concours
      à|a gagner
      gagnez un|une|des
      code promo|promotionnel|réduction|de
      bon|bons plan|plans|d achat|réduction|de
      lien|liens d affilié|affiliés|parrainage|affiliation
      commandez|achetez|réservez|inscrivez|profitez dès|maintenant|vite|ici|vous|en
      offre limitée|spéciale|exclusive
      communiqué de presse
      livraison gratuite|offerte
      à|a débattre
      recrutement
      poste|contrat _1 cdi|cdd
      prix ferme|négociable|à
      h f|h
      ^ _1 recrutement|vends|cède
      vends|vend machine|moulin|mon|ma|cause|pour|très
      contact|contactez par|nous mp|mail|message|téléphone|au
      envoyez|envoyer _2 cv|candidature|lettre
      à|a venir chercher|retirer
      remise|main en|propre main|propre
      pourcent|euros|jusqu de|à|offerts remise|réduction|rabais
      abonnez|inscrivez vous
      billets|billetterie|inscriptions _2 en|ouvertes|ouverte|vente|disponibles
      not pas à|a vendre
      """,
    bot: """
      je suis un bot|robot
      cette action a été effectuée automatiquement
      message|généré automatique|automatiquement
      fil|discussion quotidien|quotidienne|hebdomadaire|mensuel|mensuelle
      """
  )
}
