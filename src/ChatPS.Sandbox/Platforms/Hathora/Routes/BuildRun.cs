using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>What comes of a build: its log, and whether an image.</summary>
internal sealed partial record BuildRun(IReadOnlyList<string> Lines, bool Fails, long ImageSize = 0, string? ContentHash = null)
{
    private const long BaseImageSize = 30_000_000;

    /// <summary>Builds from the source that was uploaded: a compressed archive with a Dockerfile.</summary>
    public static BuildRun OfSource(Build build)
    {
        if (build.Upload?.Content is not { } content)
            return Failure([], "no source was uploaded");
        if (!TryReadDockerfile(content, out var dockerfile))
            return Failure(["Unpacking the source"], "the source is no .tar.gz archive");
        var log = new List<string> { $"Unpacking the source: {content.Length} bytes" };
        if (dockerfile is null)
            return Failure(log, "the source has no Dockerfile at its root");
        var steps = dockerfile.Split('\n', StringSplitOptions.TrimEntries).Where(line => Instruction().IsMatch(line)).ToList();
        foreach (var (step, i) in steps.Select((step, i) => (step, i + 1)))
        {
            log.Add($"Step {i}/{steps.Count} : {step}");
            if (FailingStep().Match(step) is { Success: true } failing)
                return Failure(log, $"step {i} ended with exit code {(failing.Groups["code"].Success ? failing.Groups["code"].Value : "1")}");
        }

        return Success(log, BaseImageSize + content.Length * 3L, content);
    }

    /// <summary>Takes over an image of a registry. What is there isn't looked at: only an image tagged <c>missing</c> isn't.</summary>
    public static BuildRun OfImage(string image, string? registry)
    {
        var log = new List<string> { $"Pulling {(registry is null ? image : $"{registry}/{image}")}" };
        return image.EndsWith(":missing", StringComparison.Ordinal)
            ? Failure(log, "the registry has no such image")
            : Success(log, BaseImageSize, System.Text.Encoding.UTF8.GetBytes(image));
    }

    private static BuildRun Success(List<string> log, long size, byte[] content) =>
        new([.. log, $"Pushing an image of {size} bytes", "Build succeeded"], false, size, Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant());

    private static BuildRun Failure(List<string> log, string problem) => new([.. log, "Build failed: " + problem], true);

    /// <summary>False when it is no such archive; null when it has no such file.</summary>
    private static bool TryReadDockerfile(byte[] content, out string? dockerfile)
    {
        dockerfile = null;
        try
        {
            using var tar = new TarReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
                if (entry.Name is "Dockerfile" or "./Dockerfile")
                    dockerfile = entry.DataStream is { } data ? new StreamReader(data).ReadToEnd() : "";
            return true;
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or EndOfStreamException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z]+ +[^ ]")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^RUN +(exit +(?<code>[1-9]\d*)|false)$", RegexOptions.IgnoreCase)]
    private static partial Regex FailingStep();
}
