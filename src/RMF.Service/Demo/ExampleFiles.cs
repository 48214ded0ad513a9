namespace RMF.Service.Demo;

/// <summary>Finds the repository's examples from the working folder or the program's own.</summary>
internal static class ExampleFiles
{
    /// <exception cref="FileNotFoundException">There is no such example above either folder.</exception>
    public static string Find(string kind, string name)
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var path = Path.Combine(folder.FullName, "examples", kind, name);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new FileNotFoundException($"examples/{kind}/{name} was not found. Run the demo from inside the repository.");
    }
}
