using System.Management.Automation;
using System.Net.Sockets;
using ChatPS.Common;
using ChatPS.Sandbox;

namespace ChatPS.Sandboxes;

/// <summary>Starts platforms in memory, on loopback, to rehearse scripts against.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatSandbox")]
[OutputType(typeof(ChatSandbox))]
public sealed class StartChatSandboxCommand : ChatCmdlet
{
    /// <summary>The platforms to start; left out, all that the sandbox has.</summary>
    [Parameter(Position = 0)]
    public ChatPlatform[]? Platform { get; set; }

    /// <summary>How much data there is at the start.</summary>
    [Parameter]
    [ValidateSet("Small", "Medium", "Large")]
    public string Size { get; set; } = nameof(SandboxSize.Medium);

    /// <summary>How many users each platform has, instead of the size's own number.</summary>
    [Parameter]
    [ValidateRange(5, 100_000)]
    public int? UserCount { get; set; }

    /// <summary>How many rooms each platform has, instead of the size's own number.</summary>
    [Parameter]
    [ValidateRange(5, 20_000)]
    public int? RoomCount { get; set; }

    /// <summary>The same seed and size give the same data again; passwords and tokens differ every time.</summary>
    [Parameter]
    public int Seed { get; set; } = new SandboxOptions().Seed;

    /// <summary>The port of the first platform, the others take the next ones; left out, free ones are found.</summary>
    [Parameter]
    [ValidateRange(0, 65_000)]
    public int Port { get; set; }

    /// <summary>Whether requests are limited: as each platform does it out of the box, always, or never.</summary>
    [Parameter]
    [ValidateSet("AsShipped", "On", "Off")]
    public string RateLimit { get; set; } = nameof(SandboxRateLimitMode.AsShipped);

    private protected override void Process()
    {
        var unknown = Platform?.Where(p => !SandboxServer.Platforms.Contains(p.ToString())).ToArray() ?? [];
        if (unknown.Length > 0)
            throw new ChatException(ChatErrorReason.NotSupported, $"The sandbox has no {string.Join(", ", unknown)}.")
            {
                Advice = $"It has {string.Join(", ", SandboxServer.Platforms)}.",
            };
        var size = Size.ToUpperInvariant() switch
        {
            "SMALL" => SandboxSize.Small,
            "LARGE" => SandboxSize.Large,
            _ => SandboxSize.Medium,
        };
        var options = new SandboxOptions
        {
            Platforms = Platform?.Select(p => p.ToString()).ToArray(),
            Seed = Seed,
            Size = size with { Users = UserCount ?? size.Users, Rooms = RoomCount ?? size.Rooms },
            Port = Port,
            RateLimit = Enum.Parse<SandboxRateLimitMode>(RateLimit, ignoreCase: true),
        };
        try
        {
            WriteObject(Await(Task.Run(() => SandboxStore.Start(options))), enumerateCollection: true);
        }
        catch (SocketException e)
        {
            throw new ChatException(ChatErrorReason.Conflict, $"The sandbox could not listen: {e.Message}", e)
            {
                Advice = "Choose another -Port, or leave it out to have a free one found.",
            };
        }
    }
}
