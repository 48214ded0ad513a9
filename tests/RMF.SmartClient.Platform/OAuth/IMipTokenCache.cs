namespace VideoOS.Platform.OAuth;

public interface IMipTokenCache
{
    string Token { get; }
}
