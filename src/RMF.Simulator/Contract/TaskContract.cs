namespace RMF.Simulator.Contract;

/// <summary>One task of a resource (<c>POST ...?task=Name</c>).</summary>
internal sealed record TaskContract(string Name, string Label, int Status, IReadOnlyList<TaskParameter> Parameters);
