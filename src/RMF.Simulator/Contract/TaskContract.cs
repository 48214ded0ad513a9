namespace RMF.Simulator.Contract;

/// <summary>One task of a resource (<c>POST ...?task=Name</c>).</summary>
/// <param name="Name">As it is invoked.</param>
/// <param name="Label">For people.</param>
/// <param name="Status">HTTP status of success.</param>
/// <param name="EchoEnabled">True when the answer says <c>enabled</c> beside what it echoes.</param>
/// <param name="Since">The first personality that has it.</param>
/// <param name="Parameters">Members of the body.</param>
internal sealed record TaskContract(string Name, string Label, int Status, bool EchoEnabled, Personality Since, IReadOnlyList<TaskParameter> Parameters);
