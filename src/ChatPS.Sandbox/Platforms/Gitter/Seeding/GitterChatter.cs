using ChatPS.Sandbox.Platforms.Gitter.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Gitter.Seeding;

/// <summary>Fills rooms with messages and events; the first one with thousands.</summary>
internal sealed class GitterChatter(GitterState state, Seeder seeder)
{
    private const int UnreadAtMost = 7;

    public void Fill(int busiest)
    {
        var first = true;
        foreach (var room in state.Rooms.Values)
        {
            Talk(room, first ? busiest : seeder.Between(2, 12));
            if (room.Repo is not null)
                Report(room, first ? 60 : seeder.Next(4));
            first = false;
        }
    }

    private void Talk(GitterRoom room, int count)
    {
        if (room.Members.Count == 0)
            return;
        // The last message lies minutes back, so that nothing of the seed can still be edited.
        var times = Times(count, seeder.Now.AddMinutes(-12), longestGap: TimeSpan.FromMinutes(9));
        for (var i = 0; i < count; i++)
        {
            var last = i >= count - UnreadAtMost;
            state.Post(new()
            {
                Id = state.Ids.Next(),
                Room = room,
                From = seeder.Pick(room.Members).User,
                Sent = times[i],
                Content = new(Text(room)),
                Status = seeder.OneIn(80) ? true : null,
                ParentId = i > 20 && seeder.OneIn(16) ? Parent(room) : null,
            });
            if (!last)
                MarkRead(room);
        }
    }

    /// <summary>A recent message that isn't an answer itself.</summary>
    private string? Parent(GitterRoom room)
    {
        var candidate = room.Messages[^seeder.Between(1, 12)];
        return candidate.ParentId is null ? candidate.Id : null;
    }

    private string Text(GitterRoom room) => seeder.Next(24) switch
    {
        0 => $"@{seeder.Pick(room.Members).User.UserName} {seeder.Sentence()}",
        1 => $"@{state.Readers[0].UserName} could you have a look? {seeder.Sentence()}",
        2 => $"{seeder.Sentence()} See https://docs.example.com/{seeder.Pick(Words.Subjects)}/{seeder.Next(400)}.",
        3 when room.Repo is not null => $"{seeder.Sentence()} That is #{seeder.Between(1, 20)} again.",
        4 when room.Repo is { } repo => $"Fixed with {repo}#{seeder.Between(1, 20)}, please try.",
        5 => $"{seeder.Sentence()} `retry --limit {seeder.Next(9)}` was **not** enough.",
        6 when seeder.OneIn(10) => $"@/all {seeder.Sentence()}",
        _ => seeder.Sentence(),
    };

    /// <summary>The accounts have read the newest message, and some others too.</summary>
    private void MarkRead(GitterRoom room)
    {
        var message = room.Messages[^1];
        foreach (var reader in state.Readers)
            if (reader.Memberships.TryGetValue(room.Id, out var membership))
                state.MarkRead(membership, message.Id);
        foreach (var member in seeder.PickSome(room.Members, seeder.Next(4)))
            state.MarkRead(member, message.Id);
    }

    /// <summary>That many moments in order, the newest last.</summary>
    private DateTimeOffset[] Times(int count, DateTimeOffset newest, TimeSpan longestGap)
    {
        var times = new DateTimeOffset[count];
        for (var i = count - 1; i >= 0; i--)
        {
            times[i] = newest;
            newest = newest.AddSeconds(-seeder.Between(60, (int)longestGap.TotalSeconds));
        }

        return times;
    }

    private void Report(GitterRoom room, int count)
    {
        foreach (var time in Times(count, seeder.Now.AddHours(-1), longestGap: TimeSpan.FromHours(10)))
        {
            var by = seeder.Pick(room.Members).User.UserName;
            var (kind, text) = seeder.Next(3) switch
            {
                0 => ("push", $"[{room.Repo}] {by} pushed {seeder.Between(1, 5)} commits to main"),
                1 => ("issues", $"[{room.Repo}] {by} opened an issue: {seeder.Pick(Words.Things)}"),
                _ => ("pull_request", $"[{room.Repo}] {by} merged a pull request"),
            };
            state.Post(room, new(state.Ids.Next(), text, new GitterMarkup(text).Html, time, "github", kind, by));
        }
    }
}
