using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>Values anywhere in the file that can hardly be anything but a secret. The message never shows the value.</summary>
internal static class SecretCheck
{
    private const int ShortestToken = 40;

    public static void Run(MappingNode root, Reading reading) => Walk(root, "", reading, 0);

    private static void Walk(PolicyNode node, string path, Reading reading, int depth)
    {
        if (depth > YamlLimits.MaxDepth)
        {
            return;
        }

        switch (node)
        {
            case MappingNode mapping:
                foreach (var entry in mapping.Entries.Where(e => !e.Slot.IsAlias))
                {
                    Walk(entry.Value, PolicyPath.Child(path, entry.Key.Value), reading, depth + 1);
                }

                break;
            case SequenceNode list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (!list.Items[i].IsAlias)
                    {
                        Walk(list.Items[i].Value, PolicyPath.Item(path, i), reading, depth + 1);
                    }
                }

                break;
            case ScalarNode scalar when IsSecret(scalar.Value) && !reading.IsBroken(path):
                reading.Report(PolicyCodes.SecretInFile, path, scalar, $"{path} looks like a token or a private key");
                break;
        }
    }

    private static bool IsSecret(string value)
        => value.Contains("PRIVATE KEY-----")
            || (value.Length >= ShortestToken && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            || (value.Length >= ShortestToken && value.StartsWith("eyJ", StringComparison.Ordinal) && value.Count(c => c == '.') == 2);
}
