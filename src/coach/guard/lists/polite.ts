/** Phrases of a letter that are no claims, though their words could be. */
export const POLITE: readonly (readonly { readonly key: string }[])[] = `hiring manager
hiring team
recruitment team
recruiting team
human resources team
hr team
selection committee
search committee
recruitment manager
your team
the team at
meet the team
join the team
part of the team
best regards
kind regards
warm regards
with best wishes
best wishes
yours truly
good fit
good match
great fit
great match
right fit
right person
right place
at short notice
short notice
caught my attention
caught my eye
at your convenience
at any time
not only
no doubt
as soon as possible
every day
day to day
i am writing
to whom it may concern
with great interest
great interest
strong interest
much interest
very interested
a great pleasure
would be great
best suits
long wanted
nothing new to me
nothing new for me
not new to me
is not new
new to me
new for me
no stranger to
not a stranger to
would not frighten me
would not scare me
would not bother me
would not worry me
would not daunt me
would not put me off
do not frighten me
does not frighten me
do not scare me
does not scare me
do not bother me
does not bother me
do not worry me
do not mind
dont mind
all the more
even more so
second nature to me
second nature
feel at home
felt at home
at home with
at home in
matters to me
matter to me
close to my heart
dear to my heart
means a lot to me
at any hour
at your service
at your disposal
on request
upon request
from day one
right away
straight away
from the start
from the beginning
first of all
above all
most of all
last but not least
more than happy
would be happy
would be my first
my first choice
next step
new challenge
new start
led me to
brought me to
taught me
showed me
gave me the chance
gave me an insight
made me want
made me curious
what i like most
what i enjoy most
i like best
what matters most
i know what it means
know what it takes
know from experience
know my way around
by my side
on the other side
on my own account
used to working
used to early
hands on
in my hands
with my hands
in the same way
the same way
nothing else
no other
why i am applying
does not put me off
do not put me off
suits me well
suit me well
suits me
suit me
a matter of course
that is why
which is why
this is why
of course
for the first time
once again
in advance
in particular
in detail
in person
in my view
in my opinion
to this day
so far
as well
at present
in short
to me
for me
new surroundings
never bored me
my work
how i work
trial day
trial shift
trial lesson
trial period
under one roof
get to know
getting to know
the rest
the basics
full house
busy house
many thanks
without hesitation
not least
not just
no less`
  .split("\n")
  .map((line) => line.split(" ").map((key) => ({ key })));
