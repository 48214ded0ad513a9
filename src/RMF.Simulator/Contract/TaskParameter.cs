namespace RMF.Simulator.Contract;

/// <summary>One member of a task's body.</summary>
/// <param name="Name">As the body spells it.</param>
/// <param name="Type">What it may hold.</param>
/// <param name="Of">For a reference: the resource it points to.</param>
/// <param name="Required">True when the task refuses to run without it.</param>
/// <param name="Secret">True when no answer may show it.</param>
/// <param name="EchoName">As the answer spells it; the site is not consistent.</param>
/// <param name="EchoList">True when the answer gives it as a list of texts.</param>
/// <param name="OldForm">For a reference: echoed as <c>Storage[GUID]</c> rather than as type and id.</param>
internal sealed record TaskParameter(string Name, FieldType Type, string? Of, bool Required, bool Secret, bool OldForm, bool EchoList, string EchoName);
