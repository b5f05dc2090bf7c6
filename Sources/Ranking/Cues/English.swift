extension CueList {
  static let english = CueList(
    language: "english",
    question: """
      does|do|did|has|have|can|could|would|will anyone|anybody|someone|somebody
      anyone|anybody else _2 have|having|had|get|getting|notice|noticed|experience|experiencing|seeing
      ^ anyone|anybody know|knows|have|has|tried|try|use|used|using|got|recommend|seen|had|here|else
      how|why|where|when do|does|did|can|could|should|would i|you|we|my|this|it|that|the|people
      what|which|who do|does|did|can|could|should|would i|you|we|my|people
      what|which _2 should|would|do|does|can i|you
      what's|whats|what|which is the best|right|correct|proper|difference|easiest|cheapest|safest
      how|why is|are|am my|i|it
      ^ is|are|am|was there|it|this|that|these|those|my|i ?
      ^ should|can|could|would|do|does|did|will i|you|we|it|this|that|my|the|they ?
      should i|we ?
      is it _2 worth|safe|normal|ok|okay|possible|better|bad|fine|true ?
      any|some idea|ideas|tips|advice|suggestions|thoughts|pointers|insight|insights|clue|help|input ?
      any idea|ideas|clue how|why|what|where|if|whether|which
      any tips|advice|suggestions|thoughts|pointers|insight|insights|input|help|feedback _2 appreciated|welcome|on|about|for|would
      ^ any tips|advice|suggestions|recommendations|pointers|ideas
      need|looking|asking|seeking for|some|your|a|any _1 advice|tips|help|opinion|opinions|input|guidance
      need|looking advice|help|guidance|opinions
      need|want to|some know|understand how|why|what|if|whether|which
      i|i'm|im|am|was|just|been wondering|curious if|whether|how|what|why|which|about|where|when
      ^ wondering|curious if|whether|how|what|why|which|about
      can't|cannot|cant|couldn't|unable _1 figure|work|understand|find|decide _1 how|why|what|which|whether|if|where
      don't|dont|didn't|no know|understand|sure|clue how|why|what|which|whether|if|where
      ^ _1 what's|whats your ?
      how come
      ^ eli5|explainlikeimfive|explainlikei'm5
      ^ explain like
      help|advice|tips|input|suggestions|feedback|thoughts _2 appreciated|welcome|please
      appreciate~ any|and|some|your _1 help|advice|tips|input|suggestions|feedback|thoughts|pointers
      am i right|correct|wrong|crazy|overthinking|missing ?
      hoping|hopefully|maybe someone|somebody|anyone|one _2 can|could|knows|has|help
      do|does any|one|some of you|y'all
      sanity check
      ^ will|would|should|could a|an _8 if|when|after|with|without
      give me a|some _1 hint|tip|pointer|advice|tips|hints
      i need some ideas|advice|help|opinions
      not sure how|why|what|which|whether|if|where
      unsure how|what|which|whether|if
      trying to figure|work out how|why|what|which|whether|if|where
      help me _1 understand|choose|decide|pick|find|figure|identify
      can|could|would you|someone|anyone|somebody|anybody _1 help|explain|tell|advise|recommend|suggest|point|share
      please help|advise|explain
      ^ please help
      ^ help ?
      what am i _2 doing|missing
      what|how would you
      not sure|certain it|this is|was
      not how do|does this|it work
      """,
    rhetorical: """
      ^ _1 ever wondered|wonder|thought|think|dreamed|dreamt|wanted|wished|heard|noticed|felt|find|found|feel ?
      ^ have|did you ever ?
      ^ did|do you|we know|realize|realise|realized that|how|what|why|it|there|about|this ?
      ^ did you know ?
      ^ want|wanna|looking|ready|need|interested|curious to|for|in|a|an|more|some|help ?
      ^ want|need|looking|interested ?
      ^ tired|sick|bored of ?
      ^ struggling|frustrated|fed with|to|by|up ?
      ^ sound|sounds good|familiar|great|interesting|like|fun ?
      ^ guess what ?
      ^ who knew|knows|cares|doesn't|wouldn't|needs|else ?
      ^ why not ?
      ^ so|and what's|what is new|next|changed ?
      ^ what's new|next ?
      ^ what|so what does this|that|it mean for ?
      ^ what is|are _4 and why|how ?
      ^ right|really|seriously|remember|huh|ok|okay|what|why|how|who|when|no|yes|agree|agreed $
      right|eh|huh|amirite|okay|yes|no|isn't|aren't|lol $
      what|who could possibly ?
      ^ how hard|difficult can|could it|that ?
      isn't|aren't it|that|they great|amazing|awesome|funny|crazy|ironic ?
      ^ how about|cool that|a|some|is ?
      ^ have|got|any questions ?
      ^ got|have a|any|something _3 question|questions|idea|tip|story|to say|share ?
      ^ love|loving|like|enjoy|enjoyed ?
      ^ coincidence ?
      ^ the|my _3 result|problem|answer|catch|reason|verdict|best|part|worst|kicker|solution ?
      what could go wrong ?
      am i right ?
      know what i mean ?
      who am i|we to ?
      ^ are|is you _1 a|an|looking|ready|interested|tired|struggling|passionate|someone ?
      which|what _2 should you _2 buy|get|choose|pick|use|own|order ?
      which|what _2 will|is be|your _3 next|new|favorite|favourite ?
      ^ would i _2 again|recommend ?
      how|what could that|this go|possibly|be _2 unnoticed|wrong|right ?
      how can|do|should|could businesses|companies|you|brands|marketers|teams ?
      ^ why you|your|everyone|everybody ?
      """,
    speaker: """
      i|i'm|im|i've|ive|i'd|id|i'll|my|me|mine|myself
      anyone|anybody|someone|somebody|y'all|yall
      you guys|folks|all
      we|we're|we've|our|us
      """,
    announcement: """
      ^ show|launch hn
      here|here's|heres is|are|what|why|how _1 what|why|how|you|the
      appeared first on
      continue reading
      shameless _1 plug
      ^ we|i _1 built|made|launched|released|created|shipped|developed|wrote _1 a|an|the|this|our|my
      we|we're|i'm|i|are|am _1 excited|proud|pleased|thrilled|happy|delighted to announce|share|introduce|launch|release|present
      ^ introducing|announcing
      ^ launching|launched
      check it|us|them out _1 at|here|on
      check out our|my new|latest|blog|website|site|app|channel|video
      in this article|post|guide|tutorial|video|episode|lesson|newsletter|series we|we'll|you'll|i|i'll|you
      in this article|tutorial|episode|newsletter
      read more|on here|at|about
      ^ _2 read|continue reading|more|on
      sign up for|to our|the newsletter
      subscribe to|for our|my|the
      ^ [oc|release|announcement|news|guide|tutorial]
      read|see _1 article|post|story _1 in full
      this|the article was|has updated|originally|first|been
      our editors|experts|reviewers|correspondent|reporters
      wherever|where you get your podcasts
      listen wherever|on apple|spotify
      this week|episode|time we talk|speak|discuss|chat
      ^ episode|ep
      ^ review
      not ^ review my|our|this|needed|please
      ^ _1 podcast|webinar
      short answer
      look no further
      everything|things|what you _1 need to know
      we|we've|i've rounded|tested|compared|picked|reviewed _2 best|top
      ^ _1 best|top _4 of 2020|2021|2022|2023|2024|2025|2026|2027
      not best|top _6 of _2 ?
      a spokesperson|spokesman|spokeswoman said
      support the|our|my|this channel|podcast|show|newsletter
      this is a _2 video|podcast|episode|tutorial|newsletter
      """,
    recommendation: """
      look~ for a|an|some|any|good|recommendations|recommendation|suggestions|alternatives|alternative|something|new|the|decent|cheap|affordable|best|advice|one|reliable|ideas|opinions
      in the market for
      search~|hunt~|shop~ for a|an|some|good|new|the|something
      recommend~|suggest~ me|a|an|any|some|something|good|one ?
      any|some|need|want|seek~|ask~|give recommendation|recommendations|suggestion|recs|rec|reccs
      any|other|good|cheaper|better|best|affordable|similar alternative|alternatives to|for|that|available|out
      ^ _3 alternative|alternatives to|for
      need|want|find an|a _1 alternative
      alternative|alternatives ?
      recommendation|recommendations|suggestions please|welcome|appreciated|needed|wanted
      ^ _4 recommendation|recommendations for|on|about
      ^ _5 recommendations $
      recommendations|suggestions ?
      can|could|would|does|do you|anyone|anybody|someone|somebody|people|folks _1 recommend|suggest
      what|which _4 would|do|did|should you|i|people|everyone|folks _1 buy|get|recommend|suggest|choose|pick|prefer|use|using|go
      what|which are|is you|everyone|people|everybody|y'all using|running|drinking|buying
      what should|would i|we|you _1 get|buy|choose|pick|use|order|upgrade
      which|what _2 is|are the best|better|good|worth
      which one|ones ?
      what's|whats|what|which is|are _1 the|a|your best|good|favorite|favourite|go|cheapest|preferred ?
      what|whats|what's your|the best|favorite|favourite|go|preferred ?
      ^ best _6 for|under|to|in|around|below ?
      best _4 for|under|to|in ?
      is|are|was _4 worth it|the|buying|getting|upgrading|paying|having ?
      worth it|buying|getting|upgrading|the|paying|repairing|fixing|replacing|restoring|keeping ?
      worth it ?
      should|shall i|we _1 buy|get|choose|pick|go|upgrade|replace|switch|return|invest
      help me _2 choose|decide|pick|find
      deciding|decide|choose|choosing|torn|debating|choice between
      torn|undecided|debating on|about|whether|if
      switch~|mov~|migrat~ _1 from _3 to ?
      ^ _5 vs|versus _6 $
      better|prefer|difference|between _6 vs|versus ?
      or should i|we
      has|have anyone|anybody|someone _1 tried|used|bought|switched|experience
      anyone|anybody _1 tried|used|bought|switched|using|own|owns the|a|this|any|one|both
      anyone|anybody _3 experience with
      experience|experiences with _5 ?
      where can|could|do|should|to i|you|we|people _1 buy|get|find|order|source
      ^ other _4 ?
      ^ _4 recommendation $
      point me _2 good|right|resources|place|direction
      any good _6 out|for|near|around|in there|for|the|my ?
      any|some|other good|decent|great|nice|cheap|reliable _6 ?
      anyone|anybody|someone|somebody know|knows _1 a|any|of|where
      what|which _3 is|are the least|most|best|cheapest|easiest|quietest
      where to buy|get|find|order ?
      who makes|sells|does|offers _4 ?
      thinking of|about buying|getting|switching|upgrading|replacing
      considering buying|getting|switching|upgrading|replacing|a|an|the
      need|want a|an new|replacement|better|good|cheap|decent
      replacement for
      good|better|best|cheaper option|options|choice ?
      opinions|thoughts on|about _6 ?
      budget is|of|around
      my budget
      ^ good|decent|cheap|reliable|affordable|favorite|favourite _8 ?
      know~ of a|an|any|some|anything|something|anywhere
      anyone|anybody|someone|somebody|you|people used|tried|own|owned|bought|compared either|both|any|one
      should i _2 buy|bought|get|go|choose|pick|order|upgrade
      which|what is the logical|next|best|right|better|most _4 step|choice|option|upgrade|way
      look~ to|at|into upgrade|upgrading|buy|buying|replace|replacing|switch|switching|get|getting|invest
      help|tips|advice choos~|decid~|pick~|select~
      help|advice on|with choosing|picking|deciding|selecting|buying
      what|which _4 to buy|get|choose|pick|order ?
      planning|plan|about|ready to buy|order|upgrade|purchase
      what do you _1 use|recommend|prefer|like _4 for
      recs|reccs
      tips|suggestions|recommendations|ideas welcome|appreciated|please|wanted
      anything|something|anyone|somewhere|one you _1 recommend|suggest ?
      not look~ for trouble|the following|you
      not not look~ for
      not can't|cannot|can|highly|would|wouldn't|don't|to|strongly|definitely|absolutely|also i|we|can't|cannot|highly|would recommend~
      not i|i'd|we|we'd|would|can|definitely|highly|strongly|also|really|totally recommend~|suggest~ a|an|any|some|something|the|it|this
      not you|you're|youre|he|he's|she|she's|they|they're|people|it|it's _1 look~ for
      not alternative _6 is|are|was|were
      not who|those|everyone|anyone|people|company|companies|employers|employer|we|we're|team|clients|customers|are|is look~ for
      not was|were|been|not|used|had look~ for|at|to
      not any good uses|reason|reasons|way|ways|examples|example|news|at
      not know~ of any|a _1 reason|way|case
      """,
    problem: """
      won't|wont|doesn't|doesnt|didn't|isn't|isnt start|starting|work|working|turn|boot|open|load|connect|charge|heat|close|print|run|stop|respond|install|build|compile|register|recognize|detect|power|drain|fill|spin|play|sync|update|flush|hold|lock|move|pair|pump|ignite|grow|rise|set|launch|show|turning|heating|charging|connecting|loading
      does|did|will not start|work|turn|boot|open|load|connect|charge|heat|fit|close|run|respond|install|compile|sync|update|hold|launch
      stop~ working|responding|heating|charging|brewing|pumping|spinning|recording|syncing
      no longer work~|start~|respond~|heat~|charge~|connect~|turn~
      keep~|start~|constantly|randomly|always|suddenly crashing|failing|breaking|freezing|leaking|dying|dropping|disconnecting|tripping|stalling|overheating|clogging|jamming|restarting|rebooting|crashes|fails|stops|freezes|leaks
      leak~ from|water|oil|around|under|at|when|everywhere|badly|a|out|gas|after
      is|are|was|started|starts|keeps|still|been|water|oil|of|a leak|leaking|leaks
      ^ _3 leaking|leaks $
      how do|can|should|would|to|could i|you|we|one _1 fix|repair|solve|troubleshoot|resolve|debug|prevent|stop|remove
      how do|can|should|would|to|could i|you|we|one get rid
      how to fix|repair|solve|troubleshoot|resolve|prevent|stop
      how to fix|repair|solve|stop|prevent ?
      can not get|make|connect|access|install|open|remove|fix _1 it|my|the|to|this
      can't|cannot|cant|couldn't|unable figure|get|seem|find|make|connect|access|log|login|install|open|turn|remove|reach|fix|to _1 out|it|my|the|to|rid|this|get|connect|install|open|access|fix
      unable to start|connect|open|install|remove|login|fix|access|load|run|solve
      trouble|issues|issue|problem|problems|difficulty|difficulties|struggling|struggle with|getting|to|when|using|after|starting|since|finding|installing|my
      having|have|had|has|facing|experiencing|encountered|run|ran|running _2 trouble|troubles|issue|issues|problem|problems|difficulty|difficulties|errors|error
      what's|whats _1 wrong with
      what is _1 wrong with
      something _2 wrong
      went|going|goes gone wrong
      broke|cracked|snapped|stripped|jammed|clogged|bricked my
      my _2 broke|cracked|snapped|jammed|clogged|bricked|died|failed
      is|are|it's|its|got|came|seems|be|been broken|cracked|stripped|jammed|clogged|seized|bricked|stuck|faulty|defective|leaking|blocked
      my|a|the broken|cracked|stripped|jammed|clogged|bricked|faulty|defective|leaking|leaky|blocked
      get~|throws|throwing|receiving|see|seeing|gives|giving|shows _2 error|errors|exception|warning
      error code|message|when|while
      acting up
      nothing happens
      won't|wont|doesn't|doesnt|didn't|isn't|isnt|aren't|don't|wouldn't|cannot|can't be|get|give|accept|read|detected|recognized|recognised|read|respond|show|appear|download|upload|login|log|save|sync|boot|finish|stick|stay|last|fit|seal|latch
      is|are|am|was|it's|its|still|just not|never working|running|starting|loading|charging|responding|showing|getting|connecting|heating|turning|booting|recognized|recognised|detected|syncing|printing|receiving|accessible|reachable|available|opening|closing|draining|cooling|playable
      stops|stopped|quit|quits working|responding|heating|charging|connecting|spinning|playing|printing|receiving|sending|turning|starting
      keeps|keep|kept crash~|fail~|break~|freez~|leak~|die|dying|drop~|disconnect~|trip~|stall~|overheat~|clog~|jam~|restart~|reboot~|get~|say~|telling|asking|losing|going|coming|turning|shutting|stopping
      crashes|freezes|hangs|stutters|lags|overheats|reboots|disconnects every|when|whenever|on|after|randomly|constantly|during|while|and|as
      any idea|ideas|clue|clues why
      why is|does|do|are|won't|doesn't|isn't|can't|am|did my|this|it|the|i _4 keep|not|so|always|stop|only|making|leak~|fail~|crash~
      what am i doing|missing _1 wrong
      doing something _1 wrong
      at a _3 loss
      out of ideas
      end of my rope|tether
      can't|cannot|cant|couldn't|unable|won't _2 seem|manage|able to get|find|make|figure|fix|connect
      get|getting|have|having|had|run|running|ran|seeing|encountering into|some|a|an|any|the|this|weird|strange|same|huge|major|serious|lots|lot|big _2 issue|issues|problem|problems|trouble|error|errors
      same|exact|following problem|problems|issue|issues|error
      the|my|his|her|our|their|only|one|another|main|real|biggest|big problem|issue is|i'm|was
      struggle~|struggling with|to|getting|learning|finding|keeping|making|for
      black|blank|blue|white|frozen screen
      completely|totally|basically|practically broken|unplayable|unusable|useless|ruined|corrupted|dead|bricked
      no luck|success
      to no avail
      nothing works|worked|helps|helped|changes|changed
      tried everything
      driving|drives me crazy|nuts|mad|insane|up
      waste of money|time
      never arrived|responded|replied|answered|shipped|showed|came
      no response|reply|answer from
      sent|shipped|delivered|received|got me|us|the|a wrong
      still waiting for|on
      support|service is|was|are a|terrible|awful|useless|horrible|joke|bad|slow|nonexistent
      refuse|refuses|refused to refund|start|work|replace|honor|connect|turn|boot|open|budge
      ^ so|very|really|extremely|feeling frustrated|annoyed|frustrating|annoying|disappointed|confused|lost|stuck
      i'm|am|i|we're|im stuck|lost|stumped|baffled|desperate|frustrated|clueless
      not able to connect|access|open|start|get|install|log|login|use|find
      trips|tripping|tripped the
      drips|dripping from|on|all|everywhere|when|water|after
      lost its|all|most
      blew up|out|again
      falling|fell apart|off
      fails to start|work|load|connect|open|boot|compile|build|install|turn|run
      keeps happening|coming
      doesn't|does|not make|making sense
      weird|strange|loud|grinding|rattling|clicking|burning noise|noises|sound|smell|smells
      ^ help ?
      too bitter|sour|loud|hot|slow|weak
      tastes bitter|sour|burnt|off|bad|weird|awful|metallic
      won't|wont come|go|let|stay|budge|get
      troubleshooting my|a|the|this
      not might|may|would not|n't work|start|run
      not fix~|solve~|resolve~|address~ _4 crash|bug|bugs|issue|issues|problem|problems|error|errors|leak|leaks
      not will|would|could|may|might _1 leak|break|crack|fail
      not no problem|problems|issue|issues|trouble|leaks|leak
      not without any|a|problem|problems|issue|issues|trouble|leaking
      not problem|problems|issue|issues solved|fixed|resolved
      not not a problem
      not never _2 problem|problems|issue|issues|trouble
      not haven't|hasn't|didn't had|have any|a|one problem|problems|issue|issues|trouble
      not zero|any|don't|won't have _1 problem|problems|issue|issues
      not fixed|solved|resolved _2 problem|problems|issue|issues
      not how you|we can|could|fix|fixed
      not if it|you|your|it's|something|yours isn't|ain't|broke|broken|doesn't|don't
      not nothing wrong
      not fix~|resolves|resolved|solves|addresses _4 bug|issue|problem|error|crash
      """,
    trouble: """
      ^ _6 help $
      ^ help me|us|my|with|needed
      help|advice with|fixing|needed|please|saving|getting|salvaging
      unfortunately|sadly|annoyingly|frustratingly
      wrong|incorrect|incorrectly
      frustrat~|annoy~|disappoint~|desperat~|ruin~|baffl~|confus~|struggl~
      fail~|crash~|freez~|leak~|stall~|hang|hangs|glitch~|overheat~|clog~
      noise|noises|rattle|rattles|rattling|grinding|squeal~|squeak~|buzz~|humming|whin~|hiss~|clicking|knocking|vibrat~
      smell|smells|odor|stink~|burnt|burned|mold|moldy|rust|rusty|rotten|stale|cracked|crack|broken|broke|dead|dying|died|damaged|worn|stuck|jammed|corrupted|faulty|defective
      bug|bugs|buggy|error|errors|problem|problems|issue|issues|trouble|difficulty|difficulties
      hate|sick|tired|fed|drown~ that|of|up|in|it|how
      afraid|worried|concerned|scared|anxious|stress~|overwhelm~|panic~
      isn't|aren't|doesn't|don't|won't|can't|cannot|couldn't|wouldn't|didn't|cant|wont|doesnt|didnt seem|work|help|get|find|figure|stop|handle|keep|look|taste|make|stand|come|fit|give
      horrible|terrible|awful|mess|nightmare|disaster|worst
      is|are|am|was|does|did not _1 look~|work~|get~|help~|right
      too bitter|sour|loud|hot|cold|slow|weak|dry|wet|salty|thin|thick|tight
      dry|bland|flavorless|tasteless|soggy|mushy|watery|lumpy|tough|rubbery
      unable|impossible|refuses|refused|lost|losing|missing|complain~|bites|biting|attack~|hurts|pain|painful|swollen|bleeding|sore|sick|dizzy
      breaks|suddenly|all of sudden
      no|without luck|success|avail|response|reply|idea|clue|effect|difference|signal|sound|power|picture|connection
      tried _8 tried|but|nothing|still|no|didn't
      give|giving up
      by hand
      """,
    solved: """
      [solved]
      ^ solved
      [resolved|fixed|answered]
      ^ _1 problem|issue|question|mystery solved|resolved|fixed|answered
      edit|update _2 solved|fixed|resolved|answered|found|works|working
      solved|fixed|figured it|this|out _1 myself|thanks|thank|by
      figured it out
      got it working|fixed|sorted
      that|this|it fixed|solved|worked it|my|the|for|perfectly|thanks
      that|this|it did the trick
      that worked
      thanks|thank _8 solved|fixed|works|worked
      question|problem answered
      not not|haven't|hasn't|never|isn't|still|once|until|can't|cannot|yet|if|be|get|when|unable _3 solved|fixed|resolved|answered|out|working
      not not|haven't|hasn't|never|still|can't|cannot|couldn't|until|if|once figured it out
      """,
    advert: """
      [hiring]
      [for hire]
      [wts|fs|wtt|selling|sale|giveaway|sponsored|ad|promo|deal]
      [h]
      ^ now hiring
      we|we're|are|is currently|actively|now|also|still hiring
      we|we're|are hiring
      join our team
      apply now|today|online $
      send|submit your|a resume|cv|portfolio
      competitive|annual salary|compensation
      job opening|openings|vacancy
      years of experience in|with|required
      we are|we're look~|seek~ for|a|an _3 engineer|developer|manager|designer|barista|assistant|candidate|person|someone|lead|intern
      equal opportunity employer
      use|with|enter|promo|coupon|discount|referral|affiliate|my code|codes|link|links
      use code
      use _1 code _3 at|for
      my|our|a affiliate|referral link|links|code
      for|at a limited time
      limited|special time|edition offer|deal|only
      off|discount with code
      percent|your off first|your|all
      buy now|today|yours|here
      shop now|today|here|our
      order now|yours today
      free shipping on
      get yours|it now|today|here
      dm|pm|message me _2 if|for|to interested|details|price|prices|info|buy
      asking price
      ^ _6 for sale $
      for sale is|are|by
      price is|reduced|drop|includes shipped|firm|negotiable|obo
      shipped|local pickup|cash only
      paypal|venmo|zelle only|f|accepted|fees|g&s|gs|or
      ^ _4 giveaway
      giveaway time|ends|winner|winners|rules|is|closes
      enter|chance for|to|a win
      win a free|chance|brand
      to enter _4 comment|follow|like|share|subscribe
      for immediate release
      ^ press release
      ^ launch hn
      shameless _1 plug
      black|cyber|prime friday|monday|day|week
      for lease|rent
      available for|from|now|immediately _1 rent|immediate
      show contact info
      contact|call me|us _2 at|on|to|for
      can be downloaded
      download it|now|today|free|here
      best deals
      media contact
      sponsored by|post|content
      in partnership with
      sign up now|today|here
      start|get your|a free trial
      book a|your demo|call|consultation|free
      visit our website|store|shop|site|page
      check out our
      follow us on
      our latest|new blog|product|collection|video|offer|course
      apply via|here|by|before
      apply with your
      send|submit|email|mail|drop _2 cv|resume|résumé|portfolio|application
      looking to hire
      now hiring
      m|w f|w|m d|x
      per|an hour|annum|hr doe|salary|plus|benefits
      salary|pay range
      ^ for sale|rent
      ^ fs|wts|wtb|wtt|iso
      ^ selling my|a|an|our|these|this|some|two
      i'm|im|am|i|we're|currently selling my|a|an|this|some|these|our|two
      selling my|because|for
      price drop|dropped|reduced
      obo|ono
      or best|nearest offer
      collection|pickup only|preferred
      cash on|or collection|pickup|paypal
      up|save to|an|over|10|15|20|25|30|40|50|60|70|75|80 off|extra|percent
      10|15|20|25|30|33|35|40|45|50|60|70|75|80|90 off
      half price
      discount|coupon|promo|voucher|referral code|codes|coupon|link
      use|enter|apply _2 code _1 at|for|to
      get|receive|gives|give|offer~ a|an|your|some|exclusive _1 discount|rebate|cashback|voucher
      free trial
      ^ _3 giveaway|raffle|sweepstakes
      giveaway|raffle|sweepstakes
      enter|chance for|to|a _2 win|giveaway|draw
      win a|an|one|two|free|your
      in|by partnership|collaboration|association with
      partnered|teamed up|with with
      paid partnership|promotion|advertisement|post
      sponsored|presented by
      brought to you by
      affiliate link|links|commission|commissions|disclosure|program|money|disclaimer
      may earn _2 commission
      ^ _1 press release|kit
      subscribe to|for my|our|the _1 channel|newsletter|youtube|podcast|substack|blog
      like|likes and subscribe
      follow|find|join us|me on|at|in|for instagram|facebook|twitter|tiktok|youtube|discord|telegram|patreon
      check|checkout out|my|our my|our|new|latest|full _2 channel|video|blog|website|shop|store|site|app|product|page|course|book|etsy|newsletter|podcast|post
      etsy|gumroad|patreon|kickstarter|indiegogo link|page|campaign|shop
      link in|to bio|buy|shop|store|order
      now|available|live on kickstarter|indiegogo|amazon|etsy|sale
      sign up _3 before|today|now|here|free
      register|rsvp|enroll now|today|here
      get|buy|grab|reserve|book your tickets|ticket|copy|seat|spot|place
      tickets|preorders|orders|ordering|registration|registrations|bookings now|are|is|available|on|still|for|from|start _1 open|available|sale|live|here|now|at
      ordering|preorder|orders|sale|registration|tickets now open|live|on|available
      pre order|orders|ordering now|yours|today|here|open|is|are
      today|now|we're|we|proudly introduce|introducing|launch|launching|unveil|announce|announcing _1 our|a|an|the|new
      proud|excited|pleased|thrilled|happy|delighted to announce|introduce|launch|present|release|share|offer
      ^ introducing our|the|a|new
      ^ announcing our|the|a|new
      ^ dear customers|users|customer|subscribers|members|readers|clients
      our customers|clients
      learn|read more at|here
      shameless _3 plug
      limited time|stock|quantities|spots|seats
      while stocks|supplies|stock last|lasts
      black friday|week _3 deal|deals|sale|offer|discount
      flash|hot|today's deal|deals
      summer|winter|spring|autumn|holiday|flash|clearance|christmas _1 sale
      free|fast|worldwide|international shipping|delivery
      money back guarantee
      lifetime|exclusive deal|access|offer|discount
      webinar|masterclass
      1bd|2bd|3bd|4bd|5bd|1br|2br|3br|4br|5br|sqft
      1|2|3|4|5 bed|bedroom|br|bd _2 bath|ba|bathroom|apartment|flat
      floor plan|plans
      walk in closet|closets
      our|apartment|gated community|complex _3 is|features|offers|has|currently|been
      laundry|parking on|in site|unit|garage|available
      stainless steel appliances
      looking|look for renters|tenants|tenant|roommate|roommates|buyers
      move in special|ready|date
      contact|call|text|email me|us today|now|at|for|to
      call|text now|today|us
      inquire about|within|at|now
      leasing|rental|management office|agent|team
      ^ verkaufe|vends|verkoop|vendo
      not not|isn't|no|never _2 for sale
      not have|has|seen|saw|found|find|any|a|one|them|ones|were|was|up _2 for sale
      not anyone|someone|who|anybody have|has|_2 code|codes
      not has|have|any|anyone _3 giveaway
      not error|source|status|zip|qr|the|this|my|own|your code|codes
      not looking to hire ?
      not free|fast shipping|delivery ?
      not was|were|had|have|they|who|he|she|it's selling
      not wanted|want to _2 win
      not tried|used|downloaded|with|after|during|the _1 free|day trial
      not win a war|battle|game|fight|race|championship|argument|case
      not my _2 partnered
      """,
    bot: """
      i am|i'm a|just bot
      this action was performed automatically
      i'm|i am|beep boop a bot|beep
      beep boop
      this|automatically is|was|post|thread|message an|a|was|is|has automated|automatic|automatically|posted|generated message|thread|post|posting|generated|created
      your submission|post|comment has been|was _1 removed|locked|approved
      contact the moderators of this
      please read the rules|wiki|sidebar|faq before
      welcome to _3 daily|weekly|monthly question|questions|discussion|thread|simple
      ^ _2 daily|weekly|monthly _3 thread|discussion|megathread|questions
      use this thread to|for
      action|comment|message|post was|has been|is _1 performed|posted|made|sent|generated automatically
      bleep bloop
      remindme|auto generated
      posted|generated|sent|tweeted automatically|by _2 bot|automatically
      """
  )
}
