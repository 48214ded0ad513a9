namespace RMF.Policy;

/// <summary>How bad a message is. Only an error makes a policy invalid.</summary>
public enum PolicySeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Read, and probably not what was meant.</summary>
    Warning,

    /// <summary>The policy cannot be used.</summary>
    Error,
}
