using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.HipChat.Seeding;

/// <summary>Emoticons that everybody has, and some that the group added.</summary>
internal static class EmoticonSeed
{
    public static readonly IReadOnlyList<string> Shortcuts =
    [
        "beer", "boom", "cake", "clap", "coffee", "cookie", "disappointed", "fireworks", "heart", "hug", "idea", "lol", "ok", "party", "question",
        "rocket", "salute", "star", "success", "thinking", "thumbsdown", "thumbsup", "wave", "whew",
    ];

    private static readonly string[] OfGroup = ["deployed", "greenbuild", "northwind", "redbuild"];

    public static void Fill(HipChatState state, Seeder seeder)
    {
        foreach (var shortcut in Shortcuts)
            Add(shortcut, null);
        foreach (var shortcut in OfGroup)
            Add(shortcut, seeder.Pick([.. state.Users.Values.Take(10)]));

        void Add(string shortcut, User? creator)
        {
            var emoticon = new Emoticon(state.NewId(), shortcut, creator);
            state.Emoticons.Add(emoticon.Id, emoticon);
        }
    }
}
