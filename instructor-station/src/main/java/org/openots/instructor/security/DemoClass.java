package org.openots.instructor.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

/** The people of a demonstration: class HG2401 with 30 students, its teacher, and one of each other role. All invented. */
final class DemoClass {
    static final String CLASS = "HG2401";

    private static final String ZH = "zh-CN";
    private static final List<String> NAMES = List.of(
            "安晓晨", "白若川", "蔡明远", "陈思睿", "邓可欣", "丁一帆", "方雨桐", "冯嘉树", "高子墨", "郭书言", "韩亦辰", "何静姝", "胡景行", "黄知夏", "姜维之",
            "孔令仪", "李沐阳", "林清越", "刘望舒", "罗青禾", "马云起", "潘若水", "钱多文", "沈星河", "宋时雨", "唐希言", "王安之", "吴念真", "许子衿", "张北辰");

    private DemoClass() {}

    static List<Person> people() {
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String seat = String.format(Locale.ROOT, "%02d", i + 1);
            all.add(new Person("s" + seat, NAMES.get(i), Role.STUDENT, seat, CLASS, ZH));
        }
        all.add(new Person("teacher", "周老师", Role.INSTRUCTOR, "", CLASS, ZH));
        all.add(new Person("assessor", "郑考评", Role.ASSESSOR, "", "", ZH));
        all.add(new Person("officer", "赵考务", Role.EXAM_OFFICER, "", "", ZH));
        all.add(new Person("invigilator", "孙监考", Role.INVIGILATOR, "", "", ZH));
        all.add(new Person("supervisor", "秦督导", Role.SUPERVISOR, "", "", ZH));
        all.add(new Person("rig", "冯装置", Role.RIG_ENGINEER, "", "", ZH));
        return all;
    }
}
