namespace VideoOS.Platform.Client;

public enum ThemeType
{
    Light,
    Dark,
}
