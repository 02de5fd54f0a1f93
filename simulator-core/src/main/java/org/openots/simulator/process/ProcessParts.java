package org.openots.simulator.process;

import java.util.List;
import java.util.Map;

/**
 * Everything a model is made of.
 *
 * @param components names of the volatile components (nc)
 * @param blocks everything with states
 * @param links everything that moves matter or heat, utilities before what uses them
 * @param followers what follows the process from outside
 * @param inputs actuators and parameters
 * @param surroundings the air around; also among the links
 * @param variables what can be read, by name
 * @param jacobianAge accepted steps for which a Jacobian is kept
 */
public record ProcessParts(
        List<String> components,
        List<StateBlock> blocks,
        List<Link> links,
        List<Follower> followers,
        ProcessInputs inputs,
        Surroundings surroundings,
        Map<String, ProcessVariable> variables,
        int jacobianAge) {}
