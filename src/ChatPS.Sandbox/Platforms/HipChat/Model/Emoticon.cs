namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>A small picture that a word in parentheses stands for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Shortcut">The word.</param>
/// <param name="Creator">Who added it to the group; null for those that everybody has.</param>
internal sealed record Emoticon(long Id, string Shortcut, User? Creator)
{
    public string Type => Creator is null ? "global" : "group";
}
