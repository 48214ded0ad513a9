namespace VideoOS.Platform;

public static class Kind
{
    public static readonly Guid Server = new("1dac1d24-0000-4000-8000-000000000001");
    public static readonly Guid Folder = new("1dac1d24-0000-4000-8000-000000000002");
    public static readonly Guid Window = new("1dac1d24-0000-4000-8000-000000000003");
    public static readonly Guid Preset = new("1dac1d24-0000-4000-8000-000000000004");
    public static readonly Guid View = new("1dac1d24-0000-4000-8000-000000000005");
    public static readonly Guid Camera = new("5135ba21-f1dc-4321-806a-6ce2017343c0");
}
