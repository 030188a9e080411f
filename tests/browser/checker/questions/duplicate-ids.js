const seen = Map.groupBy(all("[id]"), e => e.id);
return [...seen].filter(([id, list]) => list.length > 1).map(([id, list]) => `id “${id}” stands ${list.length} times: ${say(list[1])}`);
