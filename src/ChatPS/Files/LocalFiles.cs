using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Files;

/// <summary>Finds the files that paths of the session mean, whatever drive and folder it is in.</summary>
internal static class LocalFiles
{
    private const int BufferSize = 81920;

    /// <exception cref="ChatException">There is no such file, or it isn't on a disk.</exception>
    public static IEnumerable<string> Find(PSCmdlet cmdlet, IEnumerable<string> paths, bool isLiteral) =>
        paths.SelectMany(path => Find(cmdlet, path, isLiteral));

    /// <summary>The one path on a disk that a path of the session means, there or not.</summary>
    public static string Resolve(PSCmdlet cmdlet, string path)
    {
        try
        {
            var result = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return OnDisk(provider, path, result);
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            throw Missing(path, e);
        }
    }

    /// <exception cref="ChatException">It is no file, or may not be read.</exception>
    public static FileUpload ToUpload(string path)
    {
        // Better known now than halfway through the upload.
        Reading(path, () => Open(path)).Dispose();
        return new FileUpload(Path.GetFileName(path), () => Open(path));
    }

    /// <summary>The text of a file as it is now.</summary>
    /// <exception cref="ChatException">There is no such file, or it may not be read.</exception>
    public static string ReadText(PSCmdlet cmdlet, string path)
    {
        var file = Resolve(cmdlet, path);
        return Reading(file, () => File.ReadAllText(file));
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        if (Directory.Exists(path))
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' is a folder.") { Advice = "Give a file in it." };
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' cannot be read: {e.Message}", e) { Advice = "Check who may read the file." };
        }
    }

    private static string[] Find(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        if (isLiteral)
            return [Resolve(cmdlet, path)];
        try
        {
            var found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            return found.Count > 0 ? [.. found.Select(one => OnDisk(provider, path, one))] : throw Missing(path, null);
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException)
        {
            throw Missing(path, e);
        }
    }

    private static string OnDisk(ProviderInfo provider, string given, string path) => provider.Name == "FileSystem" ? path : throw new ChatException(
        ChatErrorReason.InvalidRequest, $"'{given}' is not on a disk but in the provider {provider.Name}.")
    {
        Advice = "Give a path of the file system.",
    };

    private static ChatException Missing(string path, Exception? cause) =>
        new(ChatErrorReason.InvalidRequest, $"There is no file '{path}'.", cause) { Advice = "Check the path, and the folder that Get-Location shows; where there is -LiteralPath, it takes the path without wildcards." };

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
