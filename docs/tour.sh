#!/bin/sh
# The README's tour against a running server: docs/tour.sh [http://127.0.0.1:8080]
# With several addresses, of nodes that share their stores, each request goes to the next one.
# Needs curl and the usual Unix tools. Ends with "tour: ok", or says what was different.
set -eu

bases=${*:-http://127.0.0.1:8080}
base=${bases%% *}
email="tour-$$-$(date +%s)@example.org"
password="three titles you love"
body=$(mktemp)
trap 'rm -f "$body"' EXIT

fail() {
    printf 'tour: FAILED: %s\n' "$*" >&2
    printf 'last answer: %s\n' "$(head -c 600 "$body")" >&2
    exit 1
}

next_base() { # the first address moves to the end of the line
    base=${bases%% *}
    case $bases in *' '*) bases="${bases#* } $base" ;; esac
}

# call STATUS METHOD PATH [curl options]: makes the request, expects the status, leaves the answer in $body
call() {
    want=$1 method=$2 path=$3
    shift 3
    next_base
    got=$(curl -sS -o "$body" -w '%{http_code}' -X "$method" "$@" "$base$path") || fail "$method $path: no answer"
    [ "$got" = "$want" ] || fail "$method $path answered $got instead of $want"
}
json() { call "$1" "$2" "$3" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' --data "$4"; }
get() { call 200 GET "$1" -H "Authorization: Bearer $token"; }

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$body" | head -n 1; }
titles() { grep -o '{"titleId":"[^"]*","mediaType"' "$body" | cut -d'"' -f4; }
count() { titles | wc -l | tr -d ' '; }
has() { grep -qF -- "$1" "$body" || fail "$2"; }
lacks() { if grep -qF -- "$1" "$body"; then fail "$2"; fi; }
step() { printf '  %s\n' "$*"; }

printf 'A tour of %s as %s\n' "$bases" "$email"

step 'sign up'
call 201 POST /api/auth/signup -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
call 409 POST /api/auth/signup -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"

step 'sign in; a wrong password is refused'
call 401 POST /api/auth/signin -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"not this one\"}"
call 200 POST /api/auth/signin -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
token=$(field AccessToken)
refresh=$(field RefreshToken)
[ -n "$token" ] && [ -n "$refresh" ] || fail 'sign-in gave no tokens'

step 'name three titles: The Godfather, Goodfellas, The Sopranos'
json 201 POST /api/user/favourites '{"mediaId":"movie:238"}'
json 201 POST /api/user/favourites '{"mediaId":769}'
json 201 POST /api/user/favourites '{"mediaId":"tv:1398"}'
json 200 POST /api/user/favourites '{"mediaId":"movie:238"}'

step 'the next answer is personal and says why'
get '/api/recommendations?limit=10'
[ "$(count)" = 10 ] || fail "expected 10 titles, not $(count)"
has 'Because you loved ' 'no reason names a favourite'
grep -qE 'Because you loved (The Godfather|Goodfellas|GoodFellas|The Sopranos)' "$body" || fail 'reasons name other titles'
for favourite in movie:238 movie:769 tv:1398; do
    if titles | grep -qx "$favourite"; then fail "$favourite is a favourite and was recommended"; fi
done
first=$(titles | head -n 1)

step "not interested in $first: it is gone, the list is as long as before"
json 200 POST /api/events "{\"titleId\":\"$first\",\"kind\":\"dismissed\"}"
get '/api/recommendations?limit=10'
[ "$(count)" = 10 ] || fail "expected 10 titles after the dismissal, not $(count)"
if titles | grep -qx "$first"; then fail "$first was dismissed and came back"; fi
second=$(titles | head -n 1)

step 'what if: other favourites, excluded titles, other preferences'
get "/api/recommendations?limit=10&exclude=$second"
if titles | grep -qx "$second"; then fail "$second was excluded and came back"; fi
get '/api/recommendations?limit=10&favorites=862,12,585&mediaType=movie'
has 'Because you loved Toy Story' 'what-if favourites had no effect'
if titles | grep -q '^tv:'; then fail 'a show in a list of movies'; fi
get '/api/recommendations?limit=5&preferences=%7B%22releaseYearStart%22%3A1990%2C%22releaseYearEnd%22%3A1999%7D'
if grep -oE '"year":[0-9]+' "$body" | grep -qv '"year":199'; then fail 'what-if preferences had no effect'; fi
get '/api/recommendations?limit=10'
[ "$(titles | head -n 1)" = "$second" ] || fail 'what-if changed what is stored'

step 'an unchanged answer costs nothing'
etag=$(curl -sS -o /dev/null -D - -H "Authorization: Bearer $token" "$base/api/recommendations?limit=10" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
call 304 GET '/api/recommendations?limit=10' -H "Authorization: Bearer $token" -H "If-None-Match: $etag"

step 'front page, similar titles, session, group, surprise, search'
get /api/home
has '"rows":[' 'the front page has no rows'
call 200 GET /api/titles/movie:238/similar
[ "$(count)" -gt 5 ] || fail 'few similar titles'
call 200 POST /api/recommendations/session -H 'Content-Type: application/json' --data '{"titles":["movie:348","movie:679"],"limit":5}'
[ "$(count)" = 5 ] || fail 'the session list is short'
json 200 POST /api/recommendations/group '{"members":[{"titles":["movie:862"]}],"rule":"least_misery","limit":5}'
[ "$(count)" = 5 ] || fail 'the group list is short'
get /api/recommendations/surprise
call 200 GET '/api/search?q=godfahter'
has '"titleId":"movie:238"' 'a typo was not forgiven'

step 'preferences: hard filters hold'
json 200 PATCH /api/user/preferences '{"moodPreferences":["Feel-good"],"maxCertification":"PG-13"}'
get '/api/recommendations?limit=10'
lacks '"certification":"R"' 'a title above the certification cap'
json 200 PATCH /api/user/preferences '{"maxCertification":null}'

step 'tokens rotate; a used refresh token ends the session'
call 200 POST /api/auth/refresh -H 'Content-Type: application/json' --data "{\"refreshToken\":\"$refresh\"}"
token=$(field AccessToken)
renewed=$(field RefreshToken)
call 401 POST /api/auth/refresh -H 'Content-Type: application/json' --data "{\"refreshToken\":\"$refresh\"}"
call 401 POST /api/auth/refresh -H 'Content-Type: application/json' --data "{\"refreshToken\":\"$renewed\"}"
call 200 POST /signin -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
token=$(field AccessToken)
refresh=$(field RefreshToken)

step 'every alias does what its twin does'
call 409 POST /signup -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
call 409 POST /auth/signup -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
call 200 POST /auth/signin -H 'Content-Type: application/json' --data "{\"email\":\"$email\",\"password\":\"$password\"}"
call 200 POST /refresh-token -H 'Content-Type: application/json' --data "{\"refreshToken\":\"$refresh\"}"
token=$(field AccessToken)
refresh=$(field RefreshToken)
call 200 POST /auth/refresh -H 'Content-Type: application/json' --data "{\"refreshToken\":\"$refresh\"}"
token=$(field AccessToken)
for path in /user/preferences /user/favourites /user/favorites /favourites /favorites /api/user/favorites /user/watchlist /watchlist \
    /user/history '/recommendations?limit=3' '/media?listType=popular' '/media-recommendations?listType=trending'; do
    get "$path"
done
get '/recommendations?limit=3'
has '"profile":"taste"' 'the root alias does not default to the taste profile'
get '/api/recommendations?limit=3'
has '"profile":"blend"' '/api/recommendations does not default to the blend profile'
call 200 POST /auth/token --data-urlencode grant_type=password --data-urlencode "username=$email" --data-urlencode "password=$password"
has '"token_type":"bearer"' 'no OAuth2 token'

step 'erase everything'
call 200 DELETE /api/user -H "Authorization: Bearer $token"
case $bases in *' '*) sleep 3 ;; esac # other nodes remember for two seconds who was let in
call 401 GET /api/user/favourites -H "Authorization: Bearer $token"

printf 'tour: ok\n'
