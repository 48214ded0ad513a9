namespace RMF.Simulator.Contract;

/// <summary>One task of a resource (<c>POST ...?task=Name</c>).</summary>
/// <param name="Name">As it is invoked.</param>
/// <param name="Label">For people.</param>
/// <param name="Status">HTTP status of success.</param>
/// <param name="EchoEnabled">True when the answer says <c>enabled</c> beside what it echoes.</param>
/// <param name="Parameters">Members of the body.</param>
internal sealed record TaskContract(string Name, string Label, int Status, bool EchoEnabled, IReadOnlyList<TaskParameter> Parameters)
{
    /// <summary>The first release that has it.</summary>
    public Personality Since { get; init; }
}
