using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Processes, and the rooms on them.</summary>
internal sealed partial class HathoraState
{
    /// <summary>How long a process without rooms goes on, where its deployment lets it end at all.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(5);

    public Process Start(Deployment deployment, string region, DateTimeOffset time)
    {
        var process = new Process
        {
            Id = NewId(""),
            App = deployment.App,
            Deployment = deployment,
            Region = region,
            CreatedAt = time,
        };
        deployment.App.Processes.Add(process);
        return process;
    }

    /// <summary>Makes a room on a process that has a place for it, or on a new one.</summary>
    public Room NewRoom(Deployment deployment, string region, string? id, string? config, DateTimeOffset time)
    {
        var room = new Room { Id = id ?? NewRoomId(), App = deployment.App, Config = config, CreatedAt = time };
        Rooms.Add(room.Id, room);
        Allocate(room, deployment, region, time);
        return room;
    }

    public void Allocate(Room room, Deployment deployment, string region, DateTimeOffset time)
    {
        var process = room.App.Processes.Find(process => process.Deployment == deployment && process.Region == region && process.HasRoomAt(time))
            ?? Start(deployment, region, time);
        Allocate(room, process, time);
    }

    public void Allocate(Room room, Process process, DateTimeOffset time)
    {
        room.Allocations.Add(new() { Id = NewId(""), Process = process, ScheduledAt = time });
        if (!process.Rooms.Contains(room))
            process.Rooms.Add(room);
        process.Write(time, $"room {room.Id} created");
    }

    /// <summary>Takes a room off its process.</summary>
    public static void Suspend(Room room, DateTimeOffset time, string verb = "suspended")
    {
        if (room.Allocation is not { } allocation)
            return;
        allocation.UnscheduledAt = time;
        allocation.Process.Write(time, $"room {room.Id} {verb}");
    }

    public static void Destroy(Room room, DateTimeOffset time)
    {
        if (room.DestroyedAt is not null)
            return;
        Suspend(room, time, "destroyed");
        room.DestroyedAt = time;
    }

    /// <summary>Stops a process; its rooms end with it.</summary>
    public static void Stop(Process process, DateTimeOffset time, string reason, bool failed = false)
    {
        if (process.StoppingAt is not null)
            return;
        foreach (var room in process.CurrentRooms.ToList())
            Destroy(room, time);
        process.Stop(time, reason, failed);
    }

    /// <summary>Does what has become due since anybody last looked: processes that nobody needs any more end.</summary>
    public static void Settle(App app, DateTimeOffset time)
    {
        foreach (var process in app.Processes.Where(process => process.StoppingAt is null && !process.CurrentRooms.Any()))
        {
            var emptySince = process.Rooms.Select(room => room.Allocations.FindLast(allocation => allocation.Process == process)!.UnscheduledAt!.Value)
                .Append(process.StartedAt).Max();
            var (due, reason) = (process.DrainsAt > emptySince ? process.DrainsAt : emptySince, "Drained at the end of its life");
            if (process.Deployment.IdleTimeoutEnabled && emptySince + IdleTimeout < due)
                (due, reason) = (emptySince + IdleTimeout, "Idle for too long");
            if (due <= time)
                Stop(process, due, reason);
        }
    }
}
