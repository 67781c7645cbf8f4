using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.HipChat.Seeding;

/// <summary>Has people talk, and machines among them.</summary>
internal sealed class HipChatChatter(HipChatState state, Seeder seeder)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(4);
    private static readonly string[] Machines = ["Build Bot", "Pager", "Deploy Bot"];

    public void Fill(Room room, int count)
    {
        var people = room.Members.ConvertAll(member => member.User);
        Talk(room.Messages, people, count, () => seeder.Next(30) switch
        {
            0 => Said("", null) with { IsDeleted = true },
            1 => Said(room.Topic, null) with { Type = Message.OfTopic },
            2 or 3 => Notification(),
            var kind => Said(Text(people, kind), null),
        });
    }

    public void Converse(User one, User other, int count) =>
        Talk(state.Conversation(one, other), [one, other], count, () => Said(Text([other], seeder.Between(4, 29)), "text"));

    /// <summary>The last message lies some minutes back, each of the others some minutes before the next.</summary>
    private void Talk(List<Message> messages, IReadOnlyList<User> people, int count, Func<Message> next)
    {
        for (var i = count; i > 0; i--)
        {
            var date = seeder.Now - Pace * i - TimeSpan.FromMicroseconds(seeder.Next((int)Pace.TotalMicroseconds));
            var message = next() with { Id = state.NewGuid(), Date = date };
            messages.Add(message.FromName is null ? message with { From = seeder.Pick(people) } : message);
        }
    }

    private string Text(IReadOnlyList<User> people, int kind) => kind switch
    {
        4 or 5 => $"@{seeder.Pick(people).MentionName} {seeder.Sentence()}",
        6 => $"{seeder.Sentence()} See https://docs.example.com/{seeder.Pick(Words.Subjects)}/{seeder.Next(400)}.",
        7 => $"https://images.example.com/{seeder.HexId(8)}.png",
        8 => $"@here {seeder.Sentence()}",
        9 => $"{seeder.Sentence()} ({seeder.Pick(EmoticonSeed.Shortcuts)})",
        _ => seeder.Sentence(),
    };

    private Message Notification()
    {
        var failed = seeder.OneIn(4);
        var text = $"<b>{seeder.Pick(Words.Subjects)} #{seeder.Between(100, 999)}</b> {(failed ? "failed" : "passed")}";
        return Said(text, "html") with
        {
            Type = Message.OfNotification,
            FromName = seeder.Pick(Machines),
            Color = failed ? "red" : "green",
            Sender = ("addon", state.Clients.Keys.First()),
        };
    }

    private Message Said(string text, string? format) => new()
    {
        Id = "",
        Date = default,
        Text = text,
        Format = format,
        Mentions = MessageText.Mentions(text, state),
    };
}
