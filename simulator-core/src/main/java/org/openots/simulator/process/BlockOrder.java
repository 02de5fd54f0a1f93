package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.simulator.solver.EliminationOrder;

/** Gives every block its place in the state vector. */
final class BlockOrder {
    private BlockOrder() {}

    /** The blocks in the order in which the solver eliminates them, each placed. */
    static List<StateBlock> place(List<StateBlock> blocks, List<Link> links) {
        Map<StateBlock, Integer> number = new LinkedHashMap<>();
        blocks.forEach(b -> number.put(b, number.size()));
        List<int[]> couplings = new ArrayList<>();
        for (StateBlock block : blocks) {
            couplings.add(links.stream()
                    .filter(l -> l.blocks().contains(block))
                    .flatMap(l -> l.blocks().stream())
                    .mapToInt(number::get)
                    .distinct()
                    .toArray());
        }
        List<StateBlock> ordered = new ArrayList<>();
        int offset = 0;
        for (int i : EliminationOrder.minimumFill(couplings)) {
            StateBlock block = blocks.get(i);
            block.place(ordered.size(), offset);
            offset += block.size();
            ordered.add(block);
        }
        return ordered;
    }
}
