using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Faults;

/// <summary>Says whether a fault is for a request.</summary>
internal static class FaultPattern
{
    public static bool Fits(Fault fault, SimRequest request, Func<string, bool>? isRecorder)
    {
        if (fault.IsOfStreams || fault.Kind is FaultKind.ClockSkew or FaultKind.RecorderOffline or FaultKind.CameraUnreachable)
        {
            return false;
        }

        if (fault.Target is { } target && isRecorder?.Invoke(target) != true)
        {
            return false;
        }

        if (fault.Method is { } method && !string.Equals(method, request.Method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (fault.Path is not { } pattern)
        {
            return true;
        }

        var subject = Subject(request, withQuery: pattern.Contains('?', StringComparison.Ordinal));
        return Matches(pattern, subject) || (Soap.SoapMessage.ActionOf(request) is { } operation && Matches(pattern, $"{subject}#{operation}"));
    }

    /// <summary>Wildcard match without backtracking beyond the last star: linear in both texts times their stars.</summary>
    public static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    private static string Subject(SimRequest request, bool withQuery)
    {
        var path = RestApi.Serves(request.Path) ? request.Path[RestApi.Root.Length..] : request.Path;
        return withQuery && request.Query.Length > 0 ? $"{path}?{request.Query}" : path;
    }
}
