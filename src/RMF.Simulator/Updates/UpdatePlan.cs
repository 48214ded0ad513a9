using RMF.Simulator.Http;

namespace RMF.Simulator.Updates;

/// <summary>What a write will change, collected first and done at once, so that a refused request changes nothing.</summary>
internal sealed class UpdatePlan
{
    private readonly List<Change> changes = [];

    /// <summary>Why the request is refused; the first reason stands.</summary>
    public SimResponse? Refusal { get; private set; }

    public bool IsEmpty => changes.Count == 0;

    public void Add(Change change) => changes.Add(change);

    public void Refuse(string property, string problem) =>
        Refusal ??= Api.Answers.Error(Api.Answers.BadRequest, $"Bad Request - {property}: {problem}", property, $"Bad{property}TextId");

    /// <summary>Takes over another plan's refusal.</summary>
    public void Take(UpdatePlan other) => Refusal ??= other.Refusal;

    public void Apply() => changes.ForEach(c => c());
}
