using System.Text.Json;

namespace ChatPS.Client.Http;

/// <summary>
/// Takes JSON values that come one after the other and hands each on when its last bracket has come, whatever white space stands between
/// them or within.
/// </summary>
internal sealed class JsonSink : TextSink
{
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <exception cref="ChatException">Something that is no object or list stands where one should begin.</exception>
    protected override string? Take(char character)
    {
        if (_depth == 0 && char.IsWhiteSpace(character))
            return null;
        if (_depth == 0 && character is not ('{' or '['))
            throw ApiResponse.Malformed(new JsonException($"'{character}' stands where an object should begin."));
        Text.Append(character);
        if (_isInText)
            (_isInText, _isEscaped) = (_isEscaped || character != '"', !_isEscaped && character == '\\');
        else if (character == '"')
            _isInText = true;
        else if (character is '{' or '[')
            _depth++;
        else if (character is '}' or ']')
            _depth--;
        return _depth == 0 ? TakeText() : null;
    }

    // Half an object is none.
    protected override string? TakeRest() => null;

    protected override void Begin() => (_depth, _isInText, _isEscaped) = (0, false, false);
}
