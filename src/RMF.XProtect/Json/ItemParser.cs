using System.Text.Json;
using RMF.Core.Inventory;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Json;

/// <summary>Reads one object of the API into an item. Not thread-safe; one for each answer.</summary>
internal sealed class ItemParser
{
    private readonly ParseContext context;
    private readonly ValueParser values;

    public ItemParser(ParseContext context)
    {
        this.context = context;
        values = new ValueParser(context);
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <param name="reader">Stands on the object's first token; is left on its last.</param>
    /// <param name="binding">What the object is.</param>
    /// <param name="knownId">Its id where the object does not say (parts with their device's id); empty = it must say.</param>
    /// <returns>Null when the object has no id.</returns>
    public ParsedItem? Read(ref Utf8JsonReader reader, Binding binding, string knownId = "")
    {
        var state = new State { Id = knownId };
        values.Binding = binding;
        values.OwnerId = knownId;
        var builder = values.Rent();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = context.Texts.Name(ref reader);
            reader.Read();
            ReadMember(ref reader, binding, name, builder, state);
        }

        var properties = values.Build(builder);
        properties = binding.HasTiles ? Tiles.Complete(properties, context.Site, context.SiteId) : properties;
        if (state.Id.Length == 0)
        {
            return null;
        }

        var name1 = properties.TextOf("name");
        var key = new ItemKey(context.Site, binding.Kind, state.Id);
        var item = new Item(key, state.Parent, string.IsNullOrEmpty(name1) ? properties.TextOf("displayName") ?? string.Empty : name1!, properties);
        return new ParsedItem(item, Adopt(state.Children, key), state.Members, Adopt(state.Groups, key));
    }

    /// <summary>Reads the <c>id</c> of an object and skips the rest.</summary>
    public string? ReadId(ref Utf8JsonReader reader)
    {
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId && reader.TokenType == JsonTokenType.String)
            {
                id = context.Texts.Id(ref reader);
            }

            reader.Skip();
        }

        return id;
    }

    private static List<ParsedItem>? Adopt(List<ParsedItem>? children, ItemKey parent)
    {
        for (var i = 0; i < children?.Count; i++)
        {
            if (children[i].Item.Parent is null)
            {
                children[i] = children[i] with { Item = children[i].Item with { Parent = parent } };
            }
        }

        return children;
    }

    private void ReadMember(ref Utf8JsonReader reader, Binding binding, string name, PropertyBagBuilder builder, State state)
    {
        if (name == "id" && reader.TokenType == JsonTokenType.String)
        {
            // A part's own id, where it has one, is not the one that it is asked for with.
            state.Id = state.Id.Length == 0 ? context.Texts.Id(ref reader) : state.Id;
        }
        else if (name == "relations" && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadRelations(ref reader, binding, state);
        }
        else if (binding.Unwrap is { } wrapped && string.Equals(name, wrapped, StringComparison.OrdinalIgnoreCase))
        {
            Unwrap(ref reader, builder);
        }
        else if (reader.TokenType == JsonTokenType.StartArray && BindingTable.ChildCollections.Contains(name) && !(binding.IsBelowOwner && name == binding.Resource))
        {
            ReadChildren(ref reader, binding, name, state);
        }
        else
        {
            builder.Set(name, values.Read(ref reader, name));
        }
    }

    private void ReadRelations(ref Utf8JsonReader reader, Binding binding, State state)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isParent = reader.ValueTextEquals("parent"u8);
            var isSelf = !isParent && reader.ValueTextEquals("self"u8);
            reader.Read();
            var ahead = reader;
            if ((isParent || isSelf) && reader.TokenType == JsonTokenType.StartObject && values.ReadLink(ref ahead) is { } link)
            {
                if (isSelf)
                {
                    state.Id = state.Id.Length == 0 ? link.Id : state.Id;
                }
                else if (BindingTable.KindOf(link.Type) is { } kind && (binding.Owners.Contains(kind) || binding.Way == ReadWay.Groups))
                {
                    state.Parent = new ItemKey(context.Site, kind, link.Id);
                }
            }

            reader.Skip();
        }
    }

    private void Unwrap(ref Utf8JsonReader reader, PropertyBagBuilder builder)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Unwrap(ref reader, builder);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = context.Texts.Name(ref reader);
                reader.Read();
                builder.Set(name, values.Read(ref reader, name));
            }
        }
    }

    private void ReadChildren(ref Utf8JsonReader reader, Binding binding, string collection, State state)
    {
        var kind = BindingTable.KindOf(collection);
        if (kind is null)
        {
            reader.Skip();
            return;
        }

        var child = BindingTable.Find(kind.Value)!;
        var isMembers = binding.Members == kind;
        var isGroups = binding.Way == ReadWay.Groups && binding.Kind == kind;
        if (isMembers)
        {
            state.Members ??= [];
        }
        else if (isGroups)
        {
            state.Groups ??= [];
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
            }
            else if (isMembers)
            {
                if (ReadId(ref reader) is { } id)
                {
                    state.Members!.Add(id);
                }
            }
            else if (Read(ref reader, child) is { } parsed)
            {
                (isGroups ? state.Groups! : state.Children ??= []).Add(parsed);
            }
        }

        values.Binding = binding;
        values.OwnerId = state.Id;
    }

    private sealed class State
    {
        public string Id { get; set; } = string.Empty;

        public ItemKey? Parent { get; set; }

        public List<ParsedItem>? Children { get; set; }

        public List<string>? Members { get; set; }

        public List<ParsedItem>? Groups { get; set; }
    }
}
