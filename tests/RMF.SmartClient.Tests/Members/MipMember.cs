namespace RMF.SmartClient.Tests.Members;

/// <summary>A member of Milestone's assembly by name, whatever its overloads; without a member, the type itself.</summary>
/// <param name="Type">The full name; a nested type after a dot.</param>
/// <param name="Name">The property, event, field or method; <c>new</c> for a constructor; empty for the type.</param>
internal sealed record MipMember(string Type, string Name) : IComparable<MipMember>
{
    private static readonly string[] Accessors = ["get_", "set_", "add_", "remove_"];

    /// <summary>The type's name without its namespace: public samples rarely tell that.</summary>
    public string ShortType => Type.StartsWith(Namespaces, StringComparison.Ordinal) ? string.Join('.', Type.Split('.').SkipWhile(IsNamespace)) : Type;

    private static string Namespaces => "VideoOS.";

    /// <summary>The member that a method of the metadata belongs to.</summary>
    public static string NameOf(string method)
        => method == ".ctor" ? "new" : Accessors.FirstOrDefault(a => method.StartsWith(a, StringComparison.Ordinal)) is { } accessor ? method[accessor.Length..] : method;

    public int CompareTo(MipMember? other) => string.CompareOrdinal(ToString(), other?.ToString());

    public override string ToString() => Name.Length == 0 ? Type : $"{Type}.{Name}";

    private static bool IsNamespace(string part) => part is "VideoOS" or "Platform" or "Client" or "Data" or "Live" or "Login" or "Messaging" or "UI" or "Controls" or "Util" or "OAuth" or "Admin" or "Background";
}
