namespace RMF.Simulator.Tests.Contract;

/// <summary>
/// A fact that needs the OpenAPI document of the Config API. The document is its owner's text and not part of this
/// repository, so where the variable names no file the test is reported as skipped.
/// </summary>
public sealed class ContractFactAttribute : FactAttribute
{
    public const string Variable = "RMF_XPROTECT_OPENAPI";

    public ContractFactAttribute()
    {
        if (DocumentPath is null)
        {
            Skip = $"{Variable} names no OpenAPI document of the XProtect Config API";
        }
    }

    /// <summary>The document's path; null when the variable is empty or the file is not there.</summary>
    public static string? DocumentPath
    {
        get
        {
            var path = Environment.GetEnvironmentVariable(Variable);
            return !string.IsNullOrWhiteSpace(path) && File.Exists(path) ? path : null;
        }
    }
}
