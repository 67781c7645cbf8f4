using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>The rooms of apps. There is no list of them but that of each process.</summary>
internal sealed class HathoraRooms(Connection connection) : HathoraResource(connection),
    IRoomReader, IRoomCreator, IRoomEditor, IRoomRemover, IRoomSuspender, IRoomResumer
{
    // What has not ended yet may have rooms that run.
    private static readonly ProcessFilter Living = new() { Status = ["starting", "running", "draining", "stopping"] };

    public IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.AutoJoin, ChatPlatform.Hathora, "AutoJoin");
        Unsupported.IfGiven(filter.Scheme, ChatPlatform.Hathora, "Scheme");
        Unsupported.IfGiven(filter.Search, ChatPlatform.Hathora, "Search");
        Unsupported.IfGiven(filter.User, ChatPlatform.Hathora, filter.User?.IsMe == true ? "Me" : "User");
        Unsupported.IfGiven(filter.IncludeArchived, ChatPlatform.Hathora, "IncludeArchived");
        return window.Cut(ListAsync(filter, context));
    }

    public async Task<ChatRoom> GetAsync(RoomRef room, CallContext context) =>
        await SendAsync(await CallForRoomAsync(GetRoomInfo, room, context).ConfigureAwait(false), HathoraJson.Default.Room, ToRoom, context).ConfigureAwait(false);

    public Task<long?> CountAsync(RoomFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task<ChatRoom> CreateAsync(NewRoom room, CallContext context)
    {
        Unsupported.IfOwned(room, ChatPlatform.Hathora);
        Unsupported.IfGiven(room.Users.Count > 0, ChatPlatform.Hathora, "User");
        Unsupported.IfGiven(room.DisplayName, ChatPlatform.Hathora, "DisplayName");
        Unsupported.IfGiven(room.Topic, ChatPlatform.Hathora, "Topic");
        Unsupported.IfGiven(room.Purpose, ChatPlatform.Hathora, "Purpose");
        Unsupported.IfGiven(room.Kind, ChatPlatform.Hathora, "Privacy");
        if (string.IsNullOrEmpty(room.Region))
            throw new ChatException(ChatErrorReason.InvalidRequest, "A room needs a region to run in.")
            {
                Advice = $"Give one with -Region: {string.Join(", ", Connection.Platform.Regions)}.",
            };
        var app = await Names.AppIdAsync(room.App, context, room.Team).ConfigureAwait(false);
        var call = Call(CreateRoom).Path("appId", app)
            .Query("roomId", room.Name)
            .Body("region", Names.Region(room.Region))
            .Body("roomConfig", room.Config)
            .Body("deploymentId", room.Deployment)
            .Body("clientIPs", room.ClientIPs);
        return await SendAsync(
            call,
            HathoraJson.Default.PlacedRoom,
            placed => new ChatRoom
            {
                Session = Connection.Session,
                Unnamed = placed.Unnamed,
                Id = placed.RoomId,
                Name = placed.RoomId,
                AppId = app,
                Status = placed.Status,
                ProcessId = placed.ProcessId,
                Config = room.Config,
            },
            context).ConfigureAwait(false);
    }

    public async Task<ChatRoom?> UpdateAsync(RoomRef room, RoomChange change, bool wanted, CallContext context)
    {
        Unsupported.IfOwned(change, ChatPlatform.Hathora);
        Unsupported.IfGoverned(change, ChatPlatform.Hathora);
        Unsupported.IfGiven(change.Name, ChatPlatform.Hathora, "Name");
        Unsupported.IfGiven(change.DisplayName, ChatPlatform.Hathora, "DisplayName");
        Unsupported.IfGiven(change.Topic, ChatPlatform.Hathora, "Topic");
        Unsupported.IfGiven(change.Purpose, ChatPlatform.Hathora, "Purpose");
        Unsupported.IfGiven(change.Privacy, ChatPlatform.Hathora, "Privacy");
        Unsupported.IfGiven(change.Tags, ChatPlatform.Hathora, "Tags");
        Unsupported.IfGiven(change.Team, ChatPlatform.Hathora, "MoveTo");
        Unsupported.IfGiven(change.Archived is not null, ChatPlatform.Hathora, "Archived");
        var call = await CallForRoomAsync(UpdateRoomConfig, room, context).ConfigureAwait(false);
        await SendAsync(call.Body("roomConfig", change.Config), context).ConfigureAwait(false);
        return await AsItIsAsync(room, wanted, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(RoomRef room, bool permanent, CallContext context)
    {
        Unsupported.IfGiven(permanent, ChatPlatform.Hathora, "Permanent");
        await SendAsync(await CallForRoomAsync(DestroyRoom, room, context).ConfigureAwait(false), context).ConfigureAwait(false);
    }

    /// <summary>The operation is deprecated, and none has taken its place.</summary>
    public async Task<ChatRoom?> SuspendAsync(RoomRef room, bool wanted, CallContext context)
    {
        await SendAsync(await CallForRoomAsync(SuspendRoomV2Deprecated, room, context).ConfigureAwait(false), context).ConfigureAwait(false);
        return await AsItIsAsync(room, wanted, context).ConfigureAwait(false);
    }

    public async Task<ChatRoom?> ResumeAsync(RoomRef room, bool wanted, CallContext context)
    {
        await SendAsync(await CallForRoomAsync(ResumeRoom, room, context).ConfigureAwait(false), context).ConfigureAwait(false);
        return await AsItIsAsync(room, wanted, context).ConfigureAwait(false);
    }

    private async Task<ChatRoom?> AsItIsAsync(RoomRef room, bool wanted, CallContext context) =>
        wanted ? await GetAsync(room, context).ConfigureAwait(false) : null;

    private async IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, CallContext context)
    {
        var active = filter.Active || !filter.Inactive;
        var app = await Names.AppIdAsync(filter.App, context, filter.Team).ConfigureAwait(false);
        if (filter.Process is not null)
        {
            await foreach (var room in ListAsync(app, filter.Process, active, filter.Inactive, context).ConfigureAwait(false))
                yield return room;
            yield break;
        }
        var processes = Connection.Get<HathoraProcesses>().ListAsync(app, filter.Inactive ? new ProcessFilter() : Living, PageWindow.All, context);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var process in processes.ConfigureAwait(false))
        {
            await foreach (var room in ListAsync(app, process.Id, active, filter.Inactive, context).ConfigureAwait(false))
            {
                // A room that went on elsewhere is still known to the processes that it was on, but it runs.
                if ((active || room.ProcessId is null) && seen.Add(room.Id))
                    yield return room;
            }
        }
    }

    private async IAsyncEnumerable<ChatRoom> ListAsync(string app, string process, bool active, bool inactive, CallContext context)
    {
        foreach (var operation in new[] { active ? GetActiveRoomsForProcess : null, inactive ? GetInactiveRoomsForProcess : null }.OfType<string>())
        {
            var call = Call(operation).Path("appId", app).Path("processId", process);
            await foreach (var room in List(call, PageWindow.All, HathoraJson.Default.Room, ToRoom, context).ConfigureAwait(false))
                yield return room;
        }
    }

    private ChatRoom ToRoom(Wire.Room room) => new()
    {
        Session = Connection.Session,
        Unnamed = room.Unnamed,
        Id = room.RoomId,
        Name = room.RoomId,
        AppId = room.AppId,
        Status = room.Status,
        ProcessId = room.CurrentAllocation?.ProcessId,
        Config = room.RoomConfig,
        Allocations = [.. (room.Allocations ?? (room.CurrentAllocation is { } only ? [only] : [])).Select(allocation => allocation.ToModel())],
    };
}
