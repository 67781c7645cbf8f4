namespace ChatPS.Client.Http;

/// <summary>Takes an answer as it comes and hands its lines on.</summary>
internal sealed class LineSink : TextSink
{
    protected override string? Take(char character)
    {
        if (character == '\n')
            return TakeLine();
        Text.Append(character);
        return null;
    }

    protected override string? TakeRest() => Text.Length > 0 ? TakeLine() : null;

    private string TakeLine()
    {
        if (Text is [.., '\r'])
            Text.Length--;
        return TakeText();
    }
}
