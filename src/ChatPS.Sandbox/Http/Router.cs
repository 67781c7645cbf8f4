namespace ChatPS.Sandbox.Http;

/// <summary>One operation: method, template and what answers it.</summary>
internal sealed record Route(string Method, string Template, bool Open, Func<SandboxRequest, SandboxResponse> Handler);

/// <summary>Finds the route of a request. A literal segment wins over a <c>{value}</c>; a value takes one non-empty segment.</summary>
internal sealed class Router(Func<string, string, bool> acceptsValue)
{
    private readonly Node _root = new();

    public void Add(Route route)
    {
        var node = _root;
        var names = new List<string>();
        foreach (var segment in Segments(route.Template))
        {
            if (segment.StartsWith('{'))
            {
                names.Add(segment[1..^1]);
                node = node.Value ??= new();
            }
            else
            {
                if (!node.Literals.TryGetValue(segment, out var next))
                    node.Literals.Add(segment, next = new());
                node = next;
            }
        }

        node.Routes[route.Method] = (route, names);
    }

    public bool Knows(string method, string template)
    {
        var node = _root;
        foreach (var segment in Segments(template))
        {
            node = segment.StartsWith('{') ? node.Value : node.Literals.GetValueOrDefault(segment);
            if (node is null)
                return false;
        }

        return node.Routes.ContainsKey(method);
    }

    /// <summary>The route and its values; no route, and whether the path exists for another method, otherwise.</summary>
    public Route? Find(string method, string path, out IReadOnlyDictionary<string, string> values, out bool pathKnown)
    {
        var segments = Segments(path);
        for (var i = 0; i < segments.Length; i++)
            segments[i] = Uri.UnescapeDataString(segments[i]);
        var taken = new List<string>();
        pathKnown = false;
        var found = Find(_root, segments, 0, method, taken, ref pathKnown);
        if (found is null && method == "HEAD")
            found = Find(_root, segments, 0, "GET", taken, ref pathKnown);
        var named = new Dictionary<string, string>();
        for (var i = 0; found is not null && i < found.Value.Names.Count; i++)
            named[found.Value.Names[i]] = taken[i];
        values = named;
        return found?.Route;
    }

    private (Route Route, List<string> Names)? Find(Node node, string[] segments, int at, string method, List<string> taken, ref bool pathKnown)
    {
        if (at == segments.Length)
        {
            if (node.Routes.TryGetValue(method, out var end) && Accepted(end.Names, taken))
                return end;
            pathKnown |= node.Routes.Count > 0;
            return null;
        }

        if (node.Literals.TryGetValue(segments[at], out var literal)
            && Find(literal, segments, at + 1, method, taken, ref pathKnown) is { } exact)
            return exact;
        if (node.Value is null || segments[at].Length == 0)
            return null;
        taken.Add(segments[at]);
        if (Find(node.Value, segments, at + 1, method, taken, ref pathKnown) is { } found)
            return found;
        taken.RemoveAt(taken.Count - 1);
        return null;
    }

    private bool Accepted(List<string> names, List<string> values)
    {
        for (var i = 0; i < names.Count; i++)
            if (!acceptsValue(names[i], values[i]))
                return false;
        return true;
    }

    private static string[] Segments(string path) => path.TrimStart('/').Split('/');

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = [];

        public Node? Value { get; set; }

        public Dictionary<string, (Route Route, List<string> Names)> Routes { get; } = [];
    }
}
