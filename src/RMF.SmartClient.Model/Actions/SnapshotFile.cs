namespace RMF.SmartClient.Model.Actions;

/// <summary>Writes a picture. The file has another name until it is whole.</summary>
internal static class SnapshotFile
{
    /// <returns>Null when it was written, else why not.</returns>
    public static async Task<string?> WriteAsync(string path, ReadOnlyMemory<byte> jpeg)
    {
        var unfinished = path + ".part";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var bytes = jpeg.ToArray();
                await file.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
            }

            File.Delete(path);
            File.Move(unfinished, path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            TryDelete(unfinished);
            return $"The picture could not be written to {path}: {exception.Message} Choose another folder.";
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The first failure is told.
        }
    }
}
