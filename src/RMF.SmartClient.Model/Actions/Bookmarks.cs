using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>Makes bookmarks that both sides carry under one reference.</summary>
internal static class Bookmarks
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(30);

    /// <summary>The most letters of a bookmark's header.</summary>
    private const int MostOfHeader = 200;

    /// <param name="platform">Who makes it.</param>
    /// <param name="now">The camera.</param>
    /// <param name="header">What it is called; empty = a name is made of camera and operator.</param>
    /// <param name="time">What it is about, UTC.</param>
    /// <param name="number">Tells two bookmarks of one instant apart.</param>
    public static OperatorIntent Of(IClientPlatform platform, CameraNow now, string header, DateTimeOffset time, int number)
    {
        var plain = header.Trim();
        plain = plain.Length == 0 ? $"{now.Camera.Name}, {platform.User}" : plain;
        var content = new BookmarkContent(Reference(platform, now, time, number), time - Before, time, time + After)
        {
            Header = plain.Length > MostOfHeader ? plain.Substring(0, MostOfHeader) : plain,
            Description = $"Made by {platform.User} on {platform.Machine}.",
        };
        return OperatorIntent.Mark(content);
    }

    // Another one for each machine, operator, camera and moment, without chance.
    private static string Reference(IClientPlatform platform, CameraNow now, DateTimeOffset time, int number)
    {
        var text = string.Join("\n", platform.Machine, platform.User, now.Camera.Primary?.Id, now.Camera.Secondary?.Id, time.UtcTicks.ToString(CultureInfo.InvariantCulture), platform.Time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture));
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        return "rmf-" + string.Concat(hash.Take(6).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
