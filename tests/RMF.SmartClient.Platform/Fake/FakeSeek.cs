namespace VideoOS.Platform.Fake;

internal enum FakeSeek
{
    Exact,
    AtOrBefore,
    Nearest,
    Begin,
    End,
    Next,
    Previous,
}
