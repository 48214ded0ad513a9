namespace RMF.Simulator.Contract;

/// <summary>One member of a task's body.</summary>
internal sealed record TaskParameter(string Name, FieldType Type, string? Of, bool Required, bool Secret);
