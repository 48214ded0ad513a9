using System.Text.Json;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Reads one object by its id. Thread-safe.</summary>
internal sealed class PartReader(SiteSession session)
{
    private readonly BelowOwnerReader below = new(session);

    /// <param name="binding">What it is.</param>
    /// <param name="id">Its id, or its device's.</param>
    /// <param name="owner">What it hangs on, where the answer does not say.</param>
    /// <param name="withDefinitions">True to ask the driver what the members may hold, and to remember the answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The item; null when the server says that there is none.</returns>
    public async Task<Outcome<Item?>> ReadAsync(Binding binding, string id, ItemKey? owner, bool withDefinitions, CancellationToken cancellationToken)
    {
        if (binding.IsPermissions)
        {
            return await new PermissionReading(session).ReadAsync(binding, id, owner, cancellationToken).ConfigureAwait(false);
        }

        if (binding.IsBelowOwner)
        {
            return await below.ReadAsync(binding, new ItemKey(session.Site, binding.Owners[0], id), cancellationToken).ConfigureAwait(false);
        }

        var request = WireRequest.Get(binding.Resource + "/" + id, withDefinitions ? new Query().Definitions().ToString() : string.Empty);
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!.Kind == SiteErrorKind.NotFound && !session.NoteUnknownResource(binding.Kind, reply.Error) ? (Item?)null : reply.Error;
        }

        using (answer)
        {
            try
            {
                if (Envelope.ReadData(answer, binding, session.Parsing, id) is not { } parsed)
                {
                    return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without data");
                }

                if (withDefinitions && DefinitionParser.Read(answer) is { } definitions)
                {
                    session.Definitions.Add(id, definitions);
                }

                return parsed.Item with
                {
                    Parent = parsed.Item.Parent ?? owner,
                    Definitions = binding.HasDefinitions ? session.Definitions.Of(id) : null,
                };
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "with broken JSON");
            }
        }
    }
}
