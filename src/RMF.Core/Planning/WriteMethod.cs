namespace RMF.Core.Planning;

/// <summary>By what means a change reaches the server, for people who read a plan. The adapter's bindings decide the requests.</summary>
public enum WriteMethod
{
    None,
    Patch,
    Task,
    Create,
    DeleteCreate,
}
