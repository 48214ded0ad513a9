using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RMF.SmartClient.Tests.Members;

/// <summary>What the stand-in shows to a plugin: public types, and their public and protected members. Read as data.</summary>
internal sealed class MipSurface
{
    private readonly Dictionary<string, HashSet<string>> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bases = new(StringComparer.Ordinal);

    private MipSurface(MetadataReader reader)
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(t => IsVisible(reader, t)))
        {
            Read(reader, type);
        }
    }

    /// <summary>Members that a plugin can use, without constructors and without what overrides something.</summary>
    public SortedSet<MipMember> Members { get; } = [];

    /// <summary>Constants and values of enumerations, with the value that the compiler puts into a plugin.</summary>
    public SortedDictionary<MipMember, string> Literals { get; } = [];

    public static MipSurface Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var assembly = new PEReader(stream);
        return new MipSurface(assembly.GetMetadataReader());
    }

    public bool Has(MipMember member) => declared.TryGetValue(member.Type, out var names) && (member.Name.Length == 0 || names.Contains(member.Name));

    /// <summary>The member that a method of a class below a type overrides; null where the method is not of this assembly.</summary>
    public MipMember? Overridden(string type, string method)
    {
        var name = MipMember.NameOf(method);
        for (var at = type; at is not null; at = bases.GetValueOrDefault(at))
        {
            if (declared.TryGetValue(at, out var names) && names.Contains(name))
            {
                return new MipMember(at, name);
            }
        }

        return null;
    }

    internal static string FullName(MetadataReader reader, TypeDefinition type)
        => type.GetDeclaringType() is { IsNil: false } outer
            ? $"{FullName(reader, reader.GetTypeDefinition(outer))}.{reader.GetString(type.Name)}"
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static bool IsVisible(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsVisible(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    private void Read(MetadataReader reader, TypeDefinition type)
    {
        var name = FullName(reader, type);
        var names = declared[name] = new HashSet<string>(StringComparer.Ordinal);
        Members.Add(new MipMember(name, ""));
        if (type.BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition } parent)
        {
            bases[name] = FullName(reader, reader.GetTypeDefinition((TypeDefinitionHandle)parent));
        }

        // A delegate's methods are the runtime's; a plugin makes one and hands it over.
        if (type.BaseType is { IsNil: false, Kind: HandleKind.TypeReference } root && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)root).Name) == "MulticastDelegate")
        {
            names.Add("new");
            return;
        }

        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition).Where(m => IsShown((int)(m.Attributes & MethodAttributes.MemberAccessMask))))
        {
            var member = MipMember.NameOf(reader.GetString(method.Name));
            names.Add(member);
            if (member != "new" && (!method.Attributes.HasFlag(MethodAttributes.Virtual) || method.Attributes.HasFlag(MethodAttributes.NewSlot)))
            {
                Members.Add(new MipMember(name, member));
            }
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(f => IsShown((int)(f.Attributes & FieldAttributes.FieldAccessMask)) && reader.GetString(f.Name) != "value__"))
        {
            var member = new MipMember(name, reader.GetString(field.Name));
            names.Add(member.Name);
            Members.Add(member);
            if (field.GetDefaultValue() is { IsNil: false } value)
            {
                var constant = reader.GetConstant(value);
                Literals[member] = FormattableString.Invariant($"{reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)}");
            }
        }
    }

    // Public, protected, or protected internal: the same numbers for methods and fields.
    private static bool IsShown(int access) => access is (int)MethodAttributes.Public or (int)MethodAttributes.Family or (int)MethodAttributes.FamORAssem;
}
