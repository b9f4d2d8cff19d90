from coach.web.identity import COOKIE, cookie_header, new_token, owner_of


def test_a_token_cannot_be_guessed_from_another():
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) == 43 for token in tokens)


def test_one_browser_is_always_the_same_owner_and_two_are_two():
    one, other = new_token(), new_token()
    assert owner_of({COOKIE: one}) == owner_of({COOKIE: one})
    assert owner_of({COOKIE: one}) != owner_of({COOKIE: other})


def test_the_owner_does_not_give_the_token_away():
    token = new_token()
    assert token not in owner_of({COOKIE: token})


def test_a_missing_or_malformed_cookie_is_nobody():
    for cookies in ({}, {COOKIE: ""}, {COOKIE: "terminal"}, {COOKIE: "x" * 42}, {COOKIE: "x" * 43 + "\n"}):
        assert owner_of(cookies) is None


def test_scripts_cannot_read_the_cookie_and_other_sites_do_not_send_it():
    header = cookie_header(new_token())
    assert header["httponly"] is True
    assert header["samesite"] == "lax"
