namespace RMF.SmartClient.Model.Files;

/// <summary>Writes files that an operator chose: whole or not at all. What was there before stays until the new one is whole. Thread-safe.</summary>
internal static class WholeFile
{
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="write">Writes what is to be in it.</param>
    /// <returns>Null when it was written, else why not, for people; nothing half written is left.</returns>
    public static string? Write(string path, Action<Stream> write)
    {
        var temporary = path + ".rmf-new";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
            }

            if (File.Exists(path))
            {
                File.Replace(temporary, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(temporary, path);
            }

            return null;
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            Remove(temporary);
            return exception.Message;
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            // It was not made, or stays: what is told is the first failure.
        }
    }

    private static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
