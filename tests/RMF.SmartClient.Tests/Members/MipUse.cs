using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace RMF.SmartClient.Tests.Members;

/// <summary>
/// What the compiled plugin uses of Milestone's assembly: what it refers to, and what its classes override. Constants and enumerations leave no
/// trace in it; they are found by their names in the source.
/// </summary>
internal sealed class MipUse
{
    private const string Platform = "VideoOS.Platform";
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    private readonly MetadataReader reader;

    private MipUse(MetadataReader reader, MipSurface surface, string source)
    {
        this.reader = reader;
        AddReferences();
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            AddOverrides(type, surface);
        }

        foreach (var literal in surface.Literals.Keys.Where(l => IsNamed(l, source)))
        {
            Members.Add(literal);
            Literals.Add(literal);
        }
    }

    public SortedSet<MipMember> Members { get; } = [];

    public SortedSet<MipMember> Literals { get; } = [];

    /// <param name="plugin">The compiled plugin.</param>
    /// <param name="surface">What it may override.</param>
    /// <param name="source">All its source, as one text.</param>
    public static MipUse Read(string plugin, MipSurface surface, string source)
    {
        using var stream = File.OpenRead(plugin);
        using var assembly = new PEReader(stream);
        return new MipUse(assembly.GetMetadataReader(), surface, source);
    }

    /// <summary>Whether a text names a member after its type, as source does.</summary>
    public static bool IsNamed(MipMember member, string source)
        => Regex.IsMatch(source, $@"\b{Regex.Escape(member.Type.Split('.')[^1])}\.{Regex.Escape(member.Name)}\b", RegexOptions.CultureInvariant, LongestMatch);

    private void AddReferences()
    {
        foreach (var handle in reader.TypeReferences)
        {
            if (NameOf(handle) is { } type)
            {
                Members.Add(new MipMember(type, ""));
            }
        }

        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference))
        {
            if (NameOf((TypeReferenceHandle)member.Parent) is { } type)
            {
                Members.Add(new MipMember(type, MipMember.NameOf(reader.GetString(member.Name))));
            }
        }
    }

    private void AddOverrides(TypeDefinition type, MipSurface surface)
    {
        if (PlatformBaseOf(type) is not { } parent)
        {
            return;
        }

        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            var isOverride = method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.NewSlot);
            if (isOverride && surface.Overridden(parent, reader.GetString(method.Name)) is { } overridden)
            {
                Members.Add(overridden);
            }
        }
    }

    // The class of Milestone's that a class comes from, over classes of the plugin's own.
    private string? PlatformBaseOf(TypeDefinition type) => type.BaseType switch
    {
        { IsNil: true } => null,
        { Kind: HandleKind.TypeReference } reference => NameOf((TypeReferenceHandle)reference),
        { Kind: HandleKind.TypeDefinition } definition => PlatformBaseOf(reader.GetTypeDefinition((TypeDefinitionHandle)definition)),
        _ => null,
    };

    // Null for a type of another assembly.
    private string? NameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => NameOf((TypeReferenceHandle)type.ResolutionScope) is { } outer ? $"{outer}.{reader.GetString(type.Name)}" : null,
            HandleKind.AssemblyReference when reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Platform
                => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}",
            _ => null,
        };
    }
}
